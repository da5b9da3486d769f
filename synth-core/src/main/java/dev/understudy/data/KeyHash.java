package dev.understudy.data;

import dev.understudy.random.Draws;

/** 64-bit hashes of values and of tuples of values; equal values of a key and of a link to it hash alike. */
public final class KeyHash {
    private static final long START = 0x6A09E667F3BCC909L;

    private KeyHash() {}

    /** Hash of one value; the caller has made sure that it is not missing. */
    public static long of(ColumnVector vector, int row) {
        if (vector instanceof LongVector longs) {
            return Draws.mix(longs.get(row) + 1);
        }
        if (vector instanceof DoubleVector doubles) {
            double value = doubles.get(row);
            // A link of another numeric type may point at a whole number; let both hash alike.
            return value == Math.rint(value) && Math.abs(value) < 1e15
                    ? Draws.mix((long) value + 1)
                    : Draws.mix(Double.doubleToLongBits(value));
        }
        return of(((TextVector) vector).get(row));
    }

    /** Hash of a text; trailing blanks do not count, because char(n) pads with them. */
    public static long of(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        long hash = START;
        for (int i = 0; i < end; i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return Draws.mix(hash);
    }

    /** Hash of the values of some columns in one row; {@link KeyIndex#MISSING} if one is missing. */
    public static long of(ColumnVector[] columns, int row) {
        long hash = START;
        for (ColumnVector column : columns) {
            if (column.isNull(row)) {
                return KeyIndex.MISSING;
            }
            hash = Draws.mix(hash ^ of(column, row));
        }
        return hash == KeyIndex.MISSING ? 1 : hash;
    }
}
