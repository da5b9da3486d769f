package dev.understudy.benchmark;

import dev.understudy.fidelity.TableScores;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Scores of one table over some splits and seeds.
 *
 * @param floors one per split
 * @param ours   one per split and seed
 */
record Measured(String set, String table, int rows, int families, List<TableScores> floors, List<TableScores> ours) {

    /** Mean of a score; NaN where it does not apply. */
    static double mean(List<TableScores> scores, ToDoubleFunction<TableScores> which) {
        return values(scores, which).average().orElse(Double.NaN);
    }

    /** Standard error of that mean. */
    static double error(List<TableScores> scores, ToDoubleFunction<TableScores> which) {
        double mean = mean(scores, which);
        long n = values(scores, which).count();
        double variance =
                values(scores, which).map(v -> (v - mean) * (v - mean)).sum() / Math.max(1, n - 1);
        return Math.sqrt(variance / Math.max(1, n));
    }

    private static DoubleStream values(List<TableScores> scores, ToDoubleFunction<TableScores> which) {
        return scores.stream().mapToDouble(which).filter(v -> !Double.isNaN(v));
    }
}
