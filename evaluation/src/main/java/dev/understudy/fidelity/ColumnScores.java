package dev.understudy.fidelity;

import dev.understudy.compare.ComparedColumn;
import dev.understudy.compare.Side;
import java.util.Arrays;

/**
 * How alike one column is on both sides. Distances are 0 for equal distributions; missing values count only in their rate.
 *
 * @param shape         1 − KS, or 1 − total variation; 1 is best
 * @param hellinger     over categories or 20 bins of equal width over both ranges, in [0, 1]
 * @param jensenShannon square root of the divergence with logarithms to the base 2, in [0, 1]
 * @param wasserstein   mean distance to move a value, in standard deviations of the real column; NaN for categories
 * @param missingReal   share of real values that are missing
 * @param missingSynthetic likewise
 * @param coverage      share of the real categories (or of 20 bins with real values) that the synthetic column has too
 */
public record ColumnScores(
        double shape,
        double hellinger,
        double jensenShannon,
        double wasserstein,
        double missingReal,
        double missingSynthetic,
        double coverage) {
    private static final int BINS = 20;

    public static ColumnScores of(ComparedColumn column) {
        double[] real = histogram(column, Side.REAL);
        double[] synthetic = histogram(column, Side.SYNTHETIC);
        return new ColumnScores(
                ColumnShapes.of(column),
                hellinger(real, synthetic),
                jensenShannon(real, synthetic),
                column.isCategory() ? Double.NaN : wasserstein(column.real(), column.synthetic()),
                missing(column.real()),
                missing(column.synthetic()),
                coverage(real, synthetic));
    }

    private static double[] histogram(ComparedColumn column, Side side) {
        double[] counts = new double[column.isCategory() ? column.categories() : BINS];
        double low = 0;
        double width = 1;
        if (!column.isCategory()) {
            double[] ends = new double[] {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
            for (Side each : Side.values()) {
                for (double value : column.values(each)) {
                    ends[0] = value < ends[0] ? value : ends[0];
                    ends[1] = value > ends[1] ? value : ends[1];
                }
            }
            low = ends[0];
            width = ends[1] > ends[0] ? (ends[1] - ends[0]) / BINS : 1;
        }
        double n = 0;
        for (double value : column.values(side)) {
            if (!Double.isNaN(value)) {
                counts[Math.min(counts.length - 1, (int) ((value - low) / width))]++;
                n++;
            }
        }
        double all = Math.max(1, n);
        Arrays.setAll(counts, i -> counts[i] / all);
        return counts;
    }

    /** Source: Hellinger (1909); 1 / √2 times the Euclidean distance of the roots. */
    static double hellinger(double[] p, double[] q) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            double difference = Math.sqrt(p[i]) - Math.sqrt(q[i]);
            sum += difference * difference;
        }
        return Math.sqrt(sum / 2);
    }

    /** Source: Lin (1991), Divergence measures based on the Shannon entropy. */
    static double jensenShannon(double[] p, double[] q) {
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            double middle = (p[i] + q[i]) / 2;
            sum += p[i] > 0 ? p[i] * Math.log(p[i] / middle) / 2 : 0;
            sum += q[i] > 0 ? q[i] * Math.log(q[i] / middle) / 2 : 0;
        }
        return Math.sqrt(Math.max(0, sum / Math.log(2)));
    }

    /** Area between the distribution functions, by 1,000 quantiles. */
    static double wasserstein(double[] real, double[] synthetic) {
        double[] a = Arrays.stream(real).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double[] b =
                Arrays.stream(synthetic).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (a.length == 0 || b.length == 0) {
            return a.length == b.length ? 0 : Double.NaN;
        }
        int steps = 1_000;
        double sum = 0;
        for (int i = 0; i < steps; i++) {
            double at = (i + 0.5) / steps;
            sum += Math.abs(a[(int) (at * a.length)] - b[(int) (at * b.length)]);
        }
        double mean = Arrays.stream(a).average().orElseThrow();
        double deviation = Math.sqrt(
                Arrays.stream(a).map(v -> (v - mean) * (v - mean)).average().orElseThrow());
        return deviation == 0 ? (sum == 0 ? 0 : Double.NaN) : sum / steps / deviation;
    }

    private static double missing(double[] values) {
        return values.length == 0
                ? 0
                : (double) Arrays.stream(values).filter(Double::isNaN).count() / values.length;
    }

    private static double coverage(double[] real, double[] synthetic) {
        int there = 0;
        int both = 0;
        for (int i = 0; i < real.length; i++) {
            there += real[i] > 0 ? 1 : 0;
            both += real[i] > 0 && synthetic[i] > 0 ? 1 : 0;
        }
        return there == 0 ? 1 : (double) both / there;
    }
}
