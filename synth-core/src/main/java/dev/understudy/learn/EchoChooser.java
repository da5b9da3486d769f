package dev.understudy.learn;

import dev.understudy.data.KeyHash;
import dev.understudy.encode.Codec;
import dev.understudy.encode.LabelCodec;
import dev.understudy.encode.NumberCodec;
import dev.understudy.encode.RowCodec;
import dev.understudy.model.Feature;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for the value elsewhere that a column of many values repeats most often, beyond what chance would have it. */
final class EchoChooser {
    /** A tree tells fewer values than this apart by itself. */
    private static final int FEWEST_CODES = 10;

    private static final int FEWEST_ROWS = 60;
    /** How much more often than by chance the value must be the same. */
    private static final double LEAST_EXCESS = 0.1;
    /** The same for numbers, whose neighbours a tree tells, too. */
    private static final double LEAST_EXCESS_OF_NUMBERS = 0.3;

    private EchoChooser() {}

    /**
     * A place where the same values stand.
     *
     * @param base  the place
     * @param other the column there
     * @param rowOf by row of the sample, the row of the other column; negative for none
     */
    record Place(Feature base, EncodedColumn other, int[] rowOf) {}

    /**
     * @param place what is repeated
     * @param codes by code of the other column, own code of the same value, or 0
     */
    record Repeated(Place place, short[] codes) {

        /** Own code of the value that stands at the place; 0 for none. */
        int code(int row) {
            int at = place.rowOf[row];
            return at < 0 ? 0 : codes[place.other.codes()[at] & 0xFFFF] & 0xFFFF;
        }
    }

    static boolean mayRepeat(EncodedColumn column) {
        return column.codec().codes() >= FEWEST_CODES;
    }

    /** @param rows rows to look at */
    static Optional<Repeated> choose(EncodedColumn column, List<Place> places, int[] rows) {
        Repeated best = null;
        double most = column.codec().ordered() ? LEAST_EXCESS_OF_NUMBERS : LEAST_EXCESS;
        for (Place place : places) {
            short[] codes = sameValues(place.other.codec(), column.codec());
            if (codes.length == 0) {
                continue;
            }
            Repeated repeated = new Repeated(place, codes);
            double excess = excess(column, repeated, rows);
            if (excess > most) {
                most = excess;
                best = repeated;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * Share of rows, of those with a value at the place, that repeat it, less the share that would by chance. Rows with the
     * most frequent value there are left out: that most rows have it needs no echo.
     */
    private static double excess(EncodedColumn column, Repeated repeated, int[] rows) {
        int usual = usual(column, repeated, rows);
        int[] own = new int[column.codec().codes()];
        int[] other = new int[own.length];
        int same = 0;
        int n = 0;
        for (int row : rows) {
            int code = repeated.code(row);
            if (code != 0 && code != usual) {
                int ownCode = column.codes()[row] & 0xFFFF;
                own[ownCode]++;
                other[code]++;
                same += ownCode == code ? 1 : 0;
                n++;
            }
        }
        if (n < FEWEST_ROWS) {
            return 0;
        }
        double chance = 0;
        for (int code = 0; code < own.length; code++) {
            chance += (double) own[code] * other[code] / n / n;
        }
        return (double) same / n - chance;
    }

    private static int usual(EncodedColumn column, Repeated repeated, int[] rows) {
        int[] counts = new int[column.codec().codes()];
        for (int row : rows) {
            counts[repeated.code(row)]++;
        }
        int usual = 1;
        for (int code = 2; code < counts.length; code++) {
            usual = counts[code] > counts[usual] ? code : usual;
        }
        return usual;
    }

    /** By code of {@code from}, the code of {@code to} for the same value, or 0; empty if they share less than two values. */
    private static short[] sameValues(Codec from, Codec to) {
        Map<Long, Integer> byValue = new HashMap<>();
        for (int code = 1; code < to.codes(); code++) {
            if (isOneValue(to, code)) {
                byValue.putIfAbsent(value(to, code), code);
            }
        }
        boolean comparable = from.getClass() == to.getClass();
        if (from instanceof RowCodec a && to instanceof RowCodec b) {
            comparable = a.parentRows() == b.parentRows();
        }
        short[] codes = new short[from.codes()];
        int shared = 0;
        for (int code = 1; comparable && code < codes.length; code++) {
            Integer own = isOneValue(from, code) ? byValue.get(value(from, code)) : null;
            codes[code] = own == null ? 0 : own.shortValue();
            shared += own == null ? 0 : 1;
        }
        return shared < 2 ? new short[0] : codes;
    }

    private static boolean isOneValue(Codec codec, int code) {
        if (codec instanceof NumberCodec numbers) {
            return numbers.isSpike(code);
        }
        return code < codec.codes() - 1;
    }

    private static long value(Codec codec, int code) {
        if (codec instanceof NumberCodec numbers) {
            return numbers.lows()[code - 1];
        }
        return codec instanceof LabelCodec labels
                ? KeyHash.of(labels.labels().get(code - 1))
                : ((RowCodec) codec).rows()[code - 1];
    }
}
