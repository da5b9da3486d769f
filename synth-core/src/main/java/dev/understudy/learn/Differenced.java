package dev.understudy.learn;

import dev.understudy.encode.Codec;
import dev.understudy.encode.NumberCodec;
import java.util.BitSet;
import java.util.List;

/**
 * Numbers as what they differ by from a partner.
 *
 * @param codec  codes of the differences
 * @param spikes codes of the column itself for values that stand for themselves
 * @param codes  per row: a difference, or beyond all differences one of the spikes
 */
record Differenced(NumberCodec codec, List<Integer> spikes, short[] codes) {

    /** @param rows rows of the sample at which the partner has a number @param family of each of them */
    static Differenced of(EncodedColumn column, RelativeChooser.Partner partner, int[] rows, long[] family, int k) {
        List<Integer> spikes = StandingSpikes.of(column, partner, rows);
        long[] differences = new long[rows.length];
        BitSet missing = new BitSet();
        BitSet without = new BitSet();
        for (int i = 0; i < rows.length; i++) {
            int row = rows[i];
            if (column.missing().get(row)) {
                missing.set(i);
                without.set(i);
            } else {
                differences[i] = column.values()[row] - partner.values()[row];
                if (spikes.contains((int) column.codes()[row])) {
                    without.set(i);
                }
            }
        }
        boolean time = !column.kind().startsWith("number");
        int decimals = ((NumberCodec) column.codec()).decimals();
        NumberCodec codec = NumberEncoding.fit(differences, without, family, k, time, decimals);
        short[] codes = codec.encodeAll(differences);
        for (int i = 0; i < codes.length; i++) {
            int spike = spikes.indexOf((int) column.codes()[rows[i]]);
            int code = spike < 0 ? codes[i] & 0xFFFF : codec.codes() + spike;
            codes[i] = (short) (missing.get(i) ? Codec.NULL : code);
        }
        return new Differenced(codec, spikes, codes);
    }

    /** Number of codes. */
    int size() {
        return codec.codes() + spikes.size();
    }

    /** Mean logarithm of how many values a row's code stands for, in nats. */
    double width() {
        return width(codec, codes);
    }

    /** As {@link #width()}, of numbers as they are; codes beyond those of the codec stand for one value each. */
    static double width(NumberCodec codec, short[] codes) {
        double sum = 0;
        for (short one : codes) {
            int code = one & 0xFFFF;
            if (code > 0 && code < codec.codes()) {
                sum += Math.log(codec.steps(code));
            }
        }
        return sum / Math.max(1, codes.length);
    }
}
