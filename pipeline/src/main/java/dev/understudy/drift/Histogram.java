package dev.understudy.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Bins of numbers behind each of which k families stand. */
final class Histogram {
    private static final int MOST_BINS = 16;
    private static final int FEWEST_BINS = 4;
    /** With fewer families a bin, chance moves more than a change does. */
    private static final int FAMILIES_A_BIN = 25;

    private static final double STEPS = 64;
    static final double UNIT = 1_024;

    private Histogram() {}

    /**
     * Bounds at quantiles, rounded to a grid that a 64th of the middle range is the coarsest step of.
     *
     * @param values   NaN where missing
     * @param families that they belong to
     */
    static List<Double> bounds(double[] values, long families) {
        int bins = (int) Math.max(FEWEST_BINS, Math.min(MOST_BINS, families / FAMILIES_A_BIN));
        double[] sorted = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        if (sorted.length < 2) {
            return List.of();
        }
        double range = sorted[(int) (0.95 * (sorted.length - 1))] - sorted[(int) (0.05 * (sorted.length - 1))];
        double grid = range > 0 ? Math.pow(10, Math.floor(Math.log10(range / STEPS))) : 1;
        List<Double> bounds = new ArrayList<>();
        for (int bin = 1; bin < bins; bin++) {
            double bound = Math.rint(sorted[(int) ((long) bin * sorted.length / bins)] / grid) * grid;
            if (bounds.isEmpty() || bound > bounds.get(bounds.size() - 1)) {
                bounds.add(bound);
            }
        }
        return bounds;
    }

    /** Where each bin but the first begins. */
    static double[] starts(List<Double> bounds) {
        return bounds.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Bin of a value. @param starts as {@link #starts} has them */
    static int bin(double[] starts, double value) {
        int bin = 0;
        while (bin < starts.length && value >= starts[bin]) {
            bin++;
        }
        return bin;
    }

    /** The same bounds without those that part off fewer than k families. */
    static List<Double> joined(List<Double> bounds, double[] values, long[] families, int k) {
        List<Double> kept = new ArrayList<>(bounds);
        while (!kept.isEmpty()) {
            double[] starts = starts(kept);
            List<Set<Long>> behind = new ArrayList<>();
            IntStream.rangeClosed(0, kept.size()).forEach(bin -> behind.add(new HashSet<>()));
            int wanting = behind.size();
            for (int row = 0; row < values.length && wanting > 0; row++) {
                if (!Double.isNaN(values[row])) {
                    Set<Long> set = behind.get(bin(starts, values[row]));
                    if (set.size() < k && set.add(families[row]) && set.size() == k) {
                        wanting--;
                    }
                }
            }
            int thin = IntStream.range(0, behind.size())
                    .filter(bin -> behind.get(bin).size() < k)
                    .findFirst()
                    .orElse(-1);
            if (thin < 0) {
                return kept;
            }
            kept.remove(Math.min(thin, kept.size() - 1));
        }
        return kept;
    }

    /** Shares of bins among the values that are there, rounded; empty if there are none. */
    static List<Double> shares(double[] counts) {
        double all = Arrays.stream(counts).sum();
        return all == 0
                ? List.of()
                : Arrays.stream(counts).mapToObj(count -> rounded(count / all)).toList();
    }

    static double rounded(double share) {
        return Math.rint(share * UNIT) / UNIT;
    }

    /** Half of the sum of the differences, in [0, 1]. */
    static double totalVariation(List<Double> first, List<Double> second) {
        double sum = 0;
        for (int bin = 0; bin < first.size(); bin++) {
            sum += Math.abs(first.get(bin) - second.get(bin));
        }
        return sum / 2;
    }

    /**
     * What the total variation of two samples of one distribution hardly passes, each family taken for one observation: its
     * mean and two deviations, from half-normal differences of independent bins.
     */
    static double chance(List<Double> shares, double families, double others) {
        double each = 1 / Math.max(1, families) + 1 / Math.max(1, others);
        double mean = 0;
        double variance = 0;
        for (double share : shares) {
            double of = share * (1 - share) * each;
            mean += Math.sqrt(2 / Math.PI * of);
            variance += (1 - 2 / Math.PI) * of;
        }
        return mean / 2 + Math.sqrt(variance);
    }
}
