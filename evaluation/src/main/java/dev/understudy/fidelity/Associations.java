package dev.understudy.fidelity;

import dev.understudy.compare.ComparedColumn;
import dev.understudy.compare.Side;
import java.util.Arrays;

/**
 * How strongly two columns of one side go together: Pearson's correlation of two numbers, in [-1, 1]; otherwise Cramér's V of
 * the contingency table, numbers cut at their tenths, in [0, 1].
 */
public final class Associations {
    private static final int BINS = 10;

    private Associations() {}

    /** NaN if a column does not vary. */
    public static double of(ComparedColumn first, ComparedColumn second, Side side) {
        if (!first.isCategory() && !second.isCategory()) {
            return Distances.correlation(first.values(side), second.values(side));
        }
        int[] a = codes(first, side);
        int[] b = codes(second, side);
        int rows = Arrays.stream(a).max().orElse(0) + 1;
        int columns = Arrays.stream(b).max().orElse(0) + 1;
        double[][] cells = new double[rows][columns];
        double[] rowSums = new double[rows];
        double[] columnSums = new double[columns];
        for (int i = 0; i < a.length; i++) {
            cells[a[i]][b[i]]++;
            rowSums[a[i]]++;
            columnSums[b[i]]++;
        }
        double square = 0;
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                double expected = rowSums[r] * columnSums[c] / Math.max(1, a.length);
                square += expected == 0 ? 0 : (cells[r][c] - expected) * (cells[r][c] - expected) / expected;
            }
        }
        long least = Math.min(
                Arrays.stream(rowSums).filter(n -> n > 0).count(),
                Arrays.stream(columnSums).filter(n -> n > 0).count());
        return least < 2 ? Double.NaN : Math.sqrt(square / a.length / (least - 1));
    }

    private static int[] codes(ComparedColumn column, Side side) {
        double[] values = column.values(side);
        double[] bounds = new double[0];
        if (!column.isCategory()) {
            double[] sorted =
                    Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
            bounds = new double[sorted.length == 0 ? 0 : BINS - 1];
            for (int b = 0; b < bounds.length; b++) {
                bounds[b] = sorted[(int) ((long) (b + 1) * sorted.length / BINS)];
            }
        }
        int[] codes = new int[values.length];
        for (int i = 0; i < codes.length; i++) {
            if (!Double.isNaN(values[i])) {
                int at = column.isCategory() ? (int) values[i] : Arrays.binarySearch(bounds, values[i]);
                codes[i] = 1 + (column.isCategory() ? at : at >= 0 ? at + 1 : -at - 1);
            }
        }
        return codes;
    }
}
