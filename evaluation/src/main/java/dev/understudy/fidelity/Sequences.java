package dev.understudy.fidelity;

import dev.understudy.compare.ComparedColumn;
import dev.understudy.compare.ComparedLink;
import dev.understudy.compare.ComparedTable.SiblingKey;
import dev.understudy.compare.Side;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Whether the children of a parent follow each other alike. All figures are differences: 0 is best. */
public final class Sequences {
    private static final int FEWEST = 20;

    private Sequences() {}

    /**
     * @param gaps            KS distance between the distances of neighbours in the ordering column
     * @param duplicates      difference of the shares of neighbours at the same place of the ordering column
     * @param transitions     mean over categories: total variation of pairs (value of a row, value of the next)
     * @param autocorrelation mean over numbers: difference of the correlations of a row with the next
     */
    public record Result(double gaps, double duplicates, double transitions, double autocorrelation) {}

    /** Of a link whose child rows have an order; NaN where one side has fewer than 20 rows with a sibling before them. */
    public static Result of(ComparedLink link) {
        int[][] real = neighbours(link, Side.REAL);
        int[][] synthetic = neighbours(link, Side.SYNTHETIC);
        if (real[0].length < FEWEST || synthetic[0].length < FEWEST) {
            return new Result(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
        }
        double[] realGaps = gaps(link, Side.REAL, real);
        double[] syntheticGaps = gaps(link, Side.SYNTHETIC, synthetic);
        double transitions = 0;
        int categories = 0;
        double correlations = 0;
        int numbers = 0;
        for (ComparedColumn column : link.child().columns()) {
            if (column.isCategory()) {
                transitions += transitions(column, real, synthetic);
                categories++;
            } else {
                double expected = lagged(column, Side.REAL, real);
                double found = lagged(column, Side.SYNTHETIC, synthetic);
                if (!Double.isNaN(expected)) {
                    correlations += Math.abs(expected - (Double.isNaN(found) ? 0 : found));
                    numbers++;
                }
            }
        }
        return new Result(
                Distances.kolmogorovSmirnov(realGaps, syntheticGaps),
                Math.abs(zeros(realGaps) - zeros(syntheticGaps)),
                categories == 0 ? 0 : transitions / categories,
                numbers == 0 ? 0 : correlations / numbers);
    }

    /** Rows and the sibling after each. */
    private static int[][] neighbours(ComparedLink link, Side side) {
        int[] parents = link.parents(side);
        Comparator<Integer> order = Comparator.comparingInt(row -> parents[row]);
        for (SiblingKey key : link.child().order()) {
            order = order.thenComparingDouble(row -> key.values(side)[row]);
        }
        int[] sorted = IntStream.range(0, parents.length)
                .filter(row -> parents[row] >= 0)
                .boxed()
                .sorted(order)
                .mapToInt(Integer::intValue)
                .toArray();
        int[] first = new int[sorted.length];
        int[] second = new int[sorted.length];
        int n = 0;
        for (int i = 0; i + 1 < sorted.length; i++) {
            if (parents[sorted[i]] == parents[sorted[i + 1]]) {
                first[n] = sorted[i];
                second[n++] = sorted[i + 1];
            }
        }
        return new int[][] {Arrays.copyOf(first, n), Arrays.copyOf(second, n)};
    }

    private static double[] gaps(ComparedLink link, Side side, int[][] neighbours) {
        double[] at = link.child().order().get(0).values(side);
        double[] gaps = new double[neighbours[0].length];
        Arrays.setAll(gaps, i -> at[neighbours[1][i]] - at[neighbours[0][i]]);
        return gaps;
    }

    private static double zeros(double[] gaps) {
        return gaps.length == 0
                ? 0
                : (double) Arrays.stream(gaps).filter(gap -> gap == 0).count() / gaps.length;
    }

    private static double lagged(ComparedColumn column, Side side, int[][] neighbours) {
        double[] values = column.values(side);
        return Distances.correlation(
                Arrays.stream(neighbours[0]).mapToDouble(row -> values[row]).toArray(),
                Arrays.stream(neighbours[1]).mapToDouble(row -> values[row]).toArray());
    }

    private static double transitions(ComparedColumn column, int[][] real, int[][] synthetic) {
        Map<Long, double[]> cells = new HashMap<>();
        count(column, Side.REAL, real, cells);
        count(column, Side.SYNTHETIC, synthetic, cells);
        double[][] histograms = new double[2][cells.size()];
        int n = 0;
        for (double[] cell : cells.values()) {
            histograms[0][n] = cell[0];
            histograms[1][n++] = cell[1];
        }
        return Distances.totalVariation(histograms[0], histograms[1]);
    }

    private static void count(ComparedColumn column, Side side, int[][] neighbours, Map<Long, double[]> cells) {
        double[] values = column.values(side);
        for (int i = 0; i < neighbours[0].length; i++) {
            long from = code(values[neighbours[0][i]]);
            long to = code(values[neighbours[1][i]]);
            cells.computeIfAbsent((from << 32) + to, cell -> new double[2])[side.ordinal()]++;
        }
    }

    private static long code(double value) {
        return Double.isNaN(value) ? 0 : 1 + (long) value;
    }
}
