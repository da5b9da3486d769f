package dev.understudy.read;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.DoubleVector;
import java.util.Arrays;
import java.util.BitSet;

/** Gathers floating-point numbers. */
public final class DoubleCells extends ColumnCells {
    private final int capacity;
    private double[] values;

    DoubleCells(int capacity) {
        this.capacity = capacity;
        this.values = new double[capacity];
    }

    public void add(double value) {
        values[nextRow()] = value;
    }

    @Override
    ColumnVector wrap(int rows, BitSet missingRows) {
        double[] filled = rows == capacity ? values : Arrays.copyOf(values, rows);
        values = new double[capacity];
        return DoubleVector.wrap(filled, missingRows);
    }
}
