package dev.understudy.utility;

import dev.understudy.compare.ComparedColumn;
import dev.understudy.compare.Side;
import java.util.Arrays;

/**
 * What is predicted of a column: its labels, or quarters of a number; a missing value is a class of its own.
 *
 * @param bounds of the quarters, from the real values; empty for labels
 */
record Classes(ComparedColumn column, double[] bounds) {
    static Classes of(ComparedColumn column) {
        if (column.isCategory()) {
            return new Classes(column, new double[0]);
        }
        double[] sorted = Arrays.stream(column.real())
                .filter(v -> !Double.isNaN(v))
                .sorted()
                .toArray();
        double[] bounds = new double[sorted.length == 0 ? 0 : 3];
        for (int q = 0; q < bounds.length; q++) {
            bounds[q] = sorted[(int) ((long) (q + 1) * sorted.length / 4)];
        }
        return new Classes(column, bounds);
    }

    int size() {
        return 1 + (column.isCategory() ? column.categories() : bounds.length + 1);
    }

    int[] of(Side side, int[] rows) {
        double[] values = column.values(side);
        return Arrays.stream(rows)
                .map(row -> Double.isNaN(values[row]) ? 0 : 1 + present(values[row]))
                .toArray();
    }

    private int present(double value) {
        if (column.isCategory()) {
            return (int) value;
        }
        int at = Arrays.binarySearch(bounds, value);
        return at >= 0 ? at + 1 : -at - 1;
    }
}
