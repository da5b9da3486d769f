package dev.understudy.classify;

import dev.understudy.data.LongArray;
import java.util.Arrays;

/** Rows for a classifier, with their labels; what has no value takes no memory. Not for several threads. */
public final class SparseRows {
    private final int width;
    private int[] columns = new int[1 << 12];
    private float[] values = new float[1 << 12];
    private float[] labels = new float[1 << 8];
    private final LongArray starts = new LongArray();
    private int cells;
    private int rows;

    /** @param width number of features */
    public SparseRows(int width) {
        this.width = width;
        starts.add(0);
    }

    /** Adds a value to the row that {@link #end} will finish; NaN is no value. */
    public void add(int feature, double value) {
        if (Double.isNaN(value)) {
            return;
        }
        if (cells == columns.length) {
            columns = Arrays.copyOf(columns, 2 * cells);
            values = Arrays.copyOf(values, 2 * cells);
        }
        columns[cells] = feature;
        values[cells++] = (float) value;
    }

    /** Finishes a row. @param label its class, or the number to be predicted */
    public void end(double label) {
        if (rows == labels.length) {
            labels = Arrays.copyOf(labels, 2 * rows);
        }
        labels[rows++] = (float) label;
        starts.add(cells);
    }

    public int rows() {
        return rows;
    }

    public float label(int row) {
        return labels[row];
    }

    int width() {
        return width;
    }

    long[] starts() {
        return starts.toArray();
    }

    int[] columns() {
        return Arrays.copyOf(columns, cells);
    }

    float[] values() {
        return Arrays.copyOf(values, cells);
    }

    float[] labels() {
        return Arrays.copyOf(labels, rows);
    }
}
