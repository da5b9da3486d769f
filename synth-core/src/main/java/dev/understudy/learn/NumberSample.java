package dev.understudy.learn;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.DoubleVector;
import dev.understudy.data.LongArray;
import dev.understudy.data.LongVector;
import java.util.BitSet;

/**
 * Numbers, dates and times of a column. Floating-point numbers are turned into longs once all are in: the fewest
 * decimals that hold all of them exactly, or else six digits below the typical size.
 */
final class NumberSample implements ColumnSample {
    private static final int MOST_DECIMALS = 9;
    private static final double LARGEST = 9e15;

    private final boolean floating;
    private final LongArray raw = new LongArray();
    private final BitSet missing = new BitSet();
    /** Null until they are asked for. */
    private volatile Numbers numbers;

    private record Numbers(long[] values, int decimals) {}

    NumberSample(boolean floating) {
        this.floating = floating;
    }

    @Override
    public void add(ColumnVector vector, int row, long family) {
        if (vector.isNull(row) || isNotANumber(vector, row)) {
            missing.set(raw.size());
            raw.add(0);
        } else if (floating) {
            raw.add(Double.doubleToRawLongBits(((DoubleVector) vector).get(row)));
        } else {
            raw.add(((LongVector) vector).get(row));
        }
    }

    private boolean isNotANumber(ColumnVector vector, int row) {
        return floating && !Double.isFinite(((DoubleVector) vector).get(row));
    }

    /** Numbers by row; unspecified where missing. Not to be written. Valid once all rows are in, for all threads. */
    long[] values() {
        return numbers().values;
    }

    /** Value = long / 10^decimals. */
    int decimals() {
        return numbers().decimals;
    }

    private Numbers numbers() {
        Numbers known = numbers;
        return known != null ? known : workOut();
    }

    /** What was added is turned into numbers once, whoever asks first. */
    private synchronized Numbers workOut() {
        if (numbers == null) {
            long[] values = raw.take();
            int decimals = floating ? decimalsOf(values) : 0;
            double unit = Math.pow(10, decimals);
            for (int i = 0; floating && i < values.length; i++) {
                values[i] = missing.get(i) ? 0 : Math.round(Double.longBitsToDouble(values[i]) * unit);
            }
            numbers = new Numbers(values, decimals);
        }
        return numbers;
    }

    private int decimalsOf(long[] bits) {
        double largest = 0;
        for (int i = 0; i < bits.length; i++) {
            largest = missing.get(i) ? largest : Math.max(largest, Math.abs(Double.longBitsToDouble(bits[i])));
        }
        int room = largest == 0 ? MOST_DECIMALS : (int) Math.floor(Math.log10(LARGEST / largest));
        for (int d = 0; d <= Math.min(MOST_DECIMALS, room); d++) {
            if (allWhole(bits, Math.pow(10, d))) {
                return d;
            }
        }
        int digits = largest == 0 ? 0 : 6 - (int) Math.ceil(Math.log10(largest));
        return Math.min(room, Math.max(digits, -300));
    }

    private boolean allWhole(long[] bits, double unit) {
        for (int i = 0; i < bits.length; i++) {
            if (!missing.get(i)) {
                double scaled = Double.longBitsToDouble(bits[i]) * unit;
                if (Math.abs(scaled - Math.rint(scaled)) > 1e-6 * Math.max(1, Math.abs(scaled) * 1e-6)) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public BitSet missing() {
        return missing;
    }

    @Override
    public void reorder(int[] order) {
        long[] old = values();
        long[] moved = new long[old.length];
        BitSet movedMissing = new BitSet();
        for (int i = 0; i < order.length; i++) {
            moved[i] = old[order[i]];
            movedMissing.set(i, missing.get(order[i]));
        }
        missing.clear();
        missing.or(movedMissing);
        numbers = new Numbers(moved, decimals());
    }

    @Override
    public long sortKey(int row) {
        return missing.get(row) ? Long.MIN_VALUE : values()[row];
    }
}
