package dev.understudy.data;

import java.util.BitSet;

/** Floating-point numbers of one column; NaN and the infinities are values. A missing value has no value, not a magic one. */
public final class DoubleVector implements ColumnVector {
    private final double[] values;
    private final BitSet missing;

    private DoubleVector(double[] values, BitSet missing) {
        this.values = values;
        this.missing = missing;
    }

    /**
     * Wraps both arguments without a copy; the caller gives them away. {@code values[row]} is ignored where
     * {@code missing} is set.
     */
    public static DoubleVector wrap(double[] values, BitSet missing) {
        return new DoubleVector(values, missing);
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
        return Storage.DOUBLE;
    }

    /** Value at {@code row}; unspecified where {@link #isNull(int)}. */
    public double get(int row) {
        return values[row];
    }
}
