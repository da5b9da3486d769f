package dev.understudy.read;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.LongVector;
import java.util.Arrays;
import java.util.BitSet;

/** Gathers whole numbers; see {@link dev.understudy.data.Storage#LONG} for their meaning. */
public final class LongCells extends ColumnCells {
    private final int capacity;
    private long[] values;

    LongCells(int capacity) {
        this.capacity = capacity;
        this.values = new long[capacity];
    }

    public void add(long value) {
        values[nextRow()] = value;
    }

    @Override
    ColumnVector wrap(int rows, BitSet missingRows) {
        long[] filled = rows == capacity ? values : Arrays.copyOf(values, rows);
        values = new long[capacity];
        return LongVector.wrap(filled, missingRows);
    }
}
