package dev.understudy.privacy;

import dev.understudy.compare.SideRows;
import dev.understudy.random.Draws;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of one table, each as two hashes of all that says something: of the exact values, and of numbers cut into bins.
 *
 * @param exact    by row
 * @param near     by row; equal for rows that fall into the same bins
 * @param families by row, the row of the subject, or -1
 */
record RowHashes(long[] exact, long[] near, int[] families) {
    /** Rows with fewer informative columns are equal by chance. */
    static final int FEWEST_COLUMNS = 5;

    private static final int BINS = 32;

    /** Bounds of the bins of each column, from the real rows; empty for labels. */
    static double[][] bounds(FamilyTree tree, TableName table, SideRows real) {
        List<Column> columns = tree.columns(table);
        double[][] bounds = new double[columns.size()][];
        for (int c = 0; c < bounds.length; c++) {
            bounds[c] = FamilyTree.isNumber(columns.get(c)) ? quantiles(real.values(table, columns.get(c))) : null;
        }
        return bounds;
    }

    private static double[] quantiles(double[] values) {
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        double[] bounds = new double[sorted.length == 0 ? 0 : BINS - 1];
        for (int b = 0; b < bounds.length; b++) {
            bounds[b] = sorted[(int) ((long) (b + 1) * sorted.length / BINS)];
        }
        return bounds;
    }

    static RowHashes of(FamilyTree tree, TableName table, SideRows side, double[][] bounds) {
        List<Column> columns = tree.columns(table);
        long[] exact = new long[side.rows(table)];
        long[] near = new long[exact.length];
        for (int c = 0; c < columns.size(); c++) {
            double[] values = side.values(table, columns.get(c));
            for (int row = 0; row < exact.length; row++) {
                // Zero and minus zero are one value.
                long bits = Double.doubleToLongBits(values[row] + 0.0);
                exact[row] = Draws.mix(exact[row] ^ bits + c);
                long bin = bounds[c] == null || Double.isNaN(values[row]) ? bits : bin(bounds[c], values[row]);
                near[row] = Draws.mix(near[row] ^ bin + c);
            }
        }
        return new RowHashes(exact, near, tree.subjectRows(side, table));
    }

    private static int bin(double[] bounds, double value) {
        int at = Arrays.binarySearch(bounds, value);
        return at >= 0 ? at + 1 : -at - 1;
    }
}
