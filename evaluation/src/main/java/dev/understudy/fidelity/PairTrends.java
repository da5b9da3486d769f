package dev.understudy.fidelity;

import dev.understudy.compare.ComparedColumn;
import dev.understudy.compare.ComparedTable;
import dev.understudy.compare.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Whether two columns go together alike: 1 − |ρ real − ρ synthetic| / 2 for two numbers or times; otherwise 1 − total
 * variation of the contingency table, numbers cut into ten bins of equal width over the range of their side.
 */
public final class PairTrends {
    private static final int BINS = 10;

    private PairTrends() {}

    /** Above these a pair is strong, as SDMetrics counts: of the real correlation, and of the real Cramér's V. */
    private static final double STRONG_CORRELATION = 0.5;

    private static final double STRONG_ASSOCIATION = 0.3;

    /** The score of one pair of columns. @param strong true if the real columns go together strongly */
    public record Trend(double score, boolean strong) {}

    /** Mean over the pairs of columns of a table; empty if it has none. */
    public static OptionalDouble of(ComparedTable table) {
        return trends(table).stream().mapToDouble(Trend::score).average();
    }

    /** One for each pair of columns of a table that has a score. */
    public static List<Trend> trends(ComparedTable table) {
        List<Trend> trends = new ArrayList<>();
        for (int i = 0; i < table.columns().size(); i++) {
            for (int j = 0; j < i; j++) {
                Trend trend = trend(table.columns().get(j), table.columns().get(i), Joined.BY_ROW);
                if (!Double.isNaN(trend.score())) {
                    trends.add(trend);
                }
            }
        }
        return trends;
    }

    /** In [0, 1]; NaN if a correlation is asked for and a column does not vary. */
    public static double of(ComparedColumn first, ComparedColumn second) {
        return trend(first, second, Joined.BY_ROW).score();
    }

    /** Which row of each column belongs to the n-th pair. */
    interface Joined {
        Joined BY_ROW = new Joined() {
            @Override
            public int[] first(Side side) {
                return new int[0];
            }

            @Override
            public int[] second(Side side) {
                return new int[0];
            }
        };

        /** Row of the first column per pair; empty for the pair's own number. */
        int[] first(Side side);

        int[] second(Side side);
    }

    static Trend trend(ComparedColumn first, ComparedColumn second, Joined joined) {
        if (!first.isCategory() && !second.isCategory()) {
            double real = correlation(first, second, joined, Side.REAL);
            double synthetic = correlation(first, second, joined, Side.SYNTHETIC);
            return new Trend(
                    Double.isNaN(real)
                            ? Double.NaN
                            : 1 - Math.abs(real - (Double.isNaN(synthetic) ? 0 : synthetic)) / 2,
                    Math.abs(real) > STRONG_CORRELATION);
        }
        Map<Long, double[]> cells = new HashMap<>();
        for (Side side : Side.values()) {
            double[] a = taken(first.values(side), joined.first(side));
            double[] b = taken(second.values(side), joined.second(side));
            Cut firstCut = Cut.of(first, a);
            Cut secondCut = Cut.of(second, b);
            for (int i = 0; i < a.length; i++) {
                long cell = ((long) firstCut.bin(a[i]) << 32) + secondCut.bin(b[i]);
                cells.computeIfAbsent(cell, c -> new double[2])[side.ordinal()]++;
            }
        }
        double[][] histograms = new double[2][cells.size()];
        int n = 0;
        for (double[] cell : cells.values()) {
            histograms[0][n] = cell[0];
            histograms[1][n++] = cell[1];
        }
        return new Trend(
                1 - Distances.totalVariation(histograms[0], histograms[1]), association(cells) > STRONG_ASSOCIATION);
    }

    /** Cramér's V of the real counts; NaN where one of the columns has one value only. */
    private static double association(Map<Long, double[]> cells) {
        Map<Long, Double> first = new HashMap<>();
        Map<Long, Double> second = new HashMap<>();
        double all = 0;
        for (Map.Entry<Long, double[]> cell : cells.entrySet()) {
            double n = cell.getValue()[Side.REAL.ordinal()];
            if (n > 0) {
                first.merge(cell.getKey() >>> 32, n, Double::sum);
                second.merge(cell.getKey() & 0xFFFF_FFFFL, n, Double::sum);
                all += n;
            }
        }
        // Chi square over n: the sum of n(cell)² / (n(row) n(column)), less one.
        double sum = 0;
        for (Map.Entry<Long, double[]> cell : cells.entrySet()) {
            double n = cell.getValue()[Side.REAL.ordinal()];
            if (n > 0) {
                sum += n * n / first.get(cell.getKey() >>> 32) / second.get(cell.getKey() & 0xFFFF_FFFFL);
            }
        }
        int least = Math.min(first.size(), second.size());
        return least < 2 ? Double.NaN : Math.sqrt(Math.max(0, sum - 1) / (least - 1));
    }

    private static double correlation(ComparedColumn first, ComparedColumn second, Joined joined, Side side) {
        return Distances.correlation(
                taken(first.values(side), joined.first(side)), taken(second.values(side), joined.second(side)));
    }

    private static double[] taken(double[] values, int[] rows) {
        return rows.length == 0
                ? values
                : Arrays.stream(rows).mapToDouble(row -> values[row]).toArray();
    }

    /**
     * Bins of one side of a column: 0 for missing, then its categories, or ten bins and last its highest value. Each side is
     * cut over its own range, as SDMetrics does it; a shift of the whole range shows in the shapes.
     */
    private record Cut(boolean category, double low, double high) {
        static Cut of(ComparedColumn column, double[] values) {
            if (column.isCategory()) {
                return new Cut(true, 0, 0);
            }
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double value : values) {
                // Comparisons with a missing value are false.
                low = value < low ? value : low;
                high = value > high ? value : high;
            }
            return new Cut(false, low, high);
        }

        int bin(double value) {
            if (Double.isNaN(value)) {
                return 0;
            }
            if (category) {
                return 1 + (int) value;
            }
            return value >= high ? BINS + 1 : 1 + (int) ((value - low) / (high - low) * BINS);
        }
    }
}
