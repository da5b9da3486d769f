package dev.understudy.data;

import java.util.BitSet;

/** Whole numbers of one column; see {@link Storage#LONG} for what they stand for. A missing value has no value, not a magic one. */
public final class LongVector implements ColumnVector {
    private final long[] values;
    private final BitSet missing;

    private LongVector(long[] values, BitSet missing) {
        this.values = values;
        this.missing = missing;
    }

    /**
     * Wraps both arguments without a copy; the caller gives them away. {@code values[row]} is ignored where
     * {@code missing} is set.
     */
    public static LongVector wrap(long[] values, BitSet missing) {
        return new LongVector(values, missing);
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isNull(int row) {
        return missing.get(row);
    }

    @Override
    public Storage storage() {
        return Storage.LONG;
    }

    /** Value at {@code row}; unspecified where {@link #isNull(int)}. */
    public long get(int row) {
        return values[row];
    }
}
