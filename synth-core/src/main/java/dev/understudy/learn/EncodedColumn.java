package dev.understudy.learn;

import dev.understudy.encode.Codec;
import dev.understudy.encode.Groups;
import dev.understudy.encode.NumberCodec;
import java.util.BitSet;
import java.util.List;

/**
 * A column of a cascade for all rows of a sample.
 *
 * @param name    as in {@link dev.understudy.model.CascadeColumn#name()}
 * @param codec   its codes
 * @param groups  its codes as others see them
 * @param codes   code of each row
 * @param values  numbers by row; empty unless it is a column of numbers that may be modelled by differences
 * @param missing rows without a number
 * @param kind    numbers of the same kind may be subtracted from each other; "" for none
 */
record EncodedColumn(
        String name, Codec codec, Groups groups, short[] codes, long[] values, BitSet missing, String kind) {

    /** Codes of null and two values. */
    private static final int YES_OR_NO = 3;

    static EncodedColumn of(String name, Codec codec, short[] codes) {
        return new EncodedColumn(name, codec, groups(codec, codes), codes, new long[0], new BitSet(), "");
    }

    static EncodedColumn numbers(String name, NumberCodec codec, long[] values, BitSet missing, String kind) {
        short[] codes = codec.encodeAll(values);
        missing.stream().forEach(row -> codes[row] = Codec.NULL);
        return new EncodedColumn(name, codec, groups(codec, codes), codes, values, missing, kind);
    }

    private static Groups groups(Codec codec, short[] codes) {
        long[] weights = new long[codec.codes()];
        for (short code : codes) {
            weights[code & 0xFFFF]++;
        }
        return Groups.of(codec, weights);
    }

    /** Place of a column that a cascade must have. */
    static int place(List<EncodedColumn> cascade, String name) {
        for (int c = 0; c < cascade.size(); c++) {
            if (cascade.get(c).name().equals(name)) {
                return c;
            }
        }
        throw new IllegalStateException("No column " + name + " is drawn.");
    }

    /** The same numbers, told from others of a kind. */
    EncodedColumn ofKind(String other) {
        return new EncodedColumn(name, codec, groups, codes, values, missing, other);
    }

    boolean isSubtractable() {
        return !kind.isEmpty();
    }

    /** True for categories, and for numbers that are no more than a yes or no. */
    boolean isOneOfFew() {
        return !codec.ordered() || codec.codes() <= YES_OR_NO;
    }

    /** True if values of its own, not ranges, are more than the groups in which others see them. */
    boolean hasManyCodes() {
        return groups.count() == Groups.MAX
                && codec.codes() > Groups.MAX
                && (!(codec instanceof NumberCodec numbers) || numbers.spikes() >= Groups.MAX);
    }

    /** True if each group is one value, or what is rare of labels and rows. */
    boolean hasSingleValues() {
        return codec.codes() <= Groups.MAX && !(codec instanceof NumberCodec numbers && !numbers.isExact());
    }

    byte group(int row) {
        return groups.of()[codes[row] & 0xFFFF];
    }
}
