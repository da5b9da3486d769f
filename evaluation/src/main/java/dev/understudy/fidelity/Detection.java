package dev.understudy.fidelity;

import dev.understudy.classify.SparseRows;
import dev.understudy.classify.TrainedTrees;
import dev.understudy.classify.TreeSettings;
import dev.understudy.compare.Side;
import dev.understudy.random.Draws;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Classifier two-sample test: can boosted trees tell real rows from synthetic ones? 100 trees of depth 6 at a rate of 0.3
 * on equal numbers of both, cross-validated over five folds that never part a family.
 *
 * <p>Source: Lopez-Paz and Oquab (2017), Revisiting classifier two-sample tests.
 */
public final class Detection {
    private static final int FOLDS = 5;
    private static final int MOST_TELLING = 5;

    private Detection() {}

    /**
     * @param accuracy mean share of rows that are told apart rightly; 0.5 is best
     * @param error    standard error of that mean over the folds
     * @param rows     rows of each side
     * @param telling  columns that told most, first the one that told most
     */
    public record Result(double accuracy, double error, int rows, List<Telling> telling) {
        public Result {
            telling = List.copyOf(telling);
        }
    }

    /** A column, and its share of all that told the sides apart, in [0, 1]. */
    public record Telling(String column, double share) {}

    /**
     * @param families per side, the family of each row
     * @param most     most rows of each side
     * @param threads  of the classifier
     */
    public static Result of(FeatureMatrix matrix, long[][] families, int most, long seed, int threads) {
        int rows = Math.min(most, Math.min(families[0].length, families[1].length));
        if (rows < 2 * FOLDS || matrix.width() == 0) {
            return new Result(Double.NaN, Double.NaN, rows, List.of());
        }
        Draws draws = Draws.seeded(seed).at("detection");
        int[][] chosen = {choose(families[0].length, rows, draws.at(0)), choose(families[1].length, rows, draws.at(1))};
        List<Judged> folds = IntStream.range(0, FOLDS)
                .mapToObj(fold -> judged(matrix, families, chosen, fold, draws, threads))
                .toList();
        double[] accuracies = folds.stream().mapToDouble(Judged::accuracy).toArray();
        double[] gains = new double[matrix.width()];
        folds.forEach(fold -> fold.gains().forEach((feature, gain) -> gains[feature] += gain));
        double mean = Arrays.stream(accuracies).average().orElseThrow();
        double variance =
                Arrays.stream(accuracies).map(a -> (a - mean) * (a - mean)).sum() / (FOLDS - 1);
        return new Result(mean, Math.sqrt(variance / FOLDS), rows, telling(matrix, gains));
    }

    /** Evenly random rows without repetition. */
    private static int[] choose(int from, int n, Draws draws) {
        int[] rows = new int[from];
        Arrays.setAll(rows, i -> i);
        for (int i = 0; i < n; i++) {
            int j = i + draws.below(from - i, i);
            int swapped = rows[i];
            rows[i] = rows[j];
            rows[j] = swapped;
        }
        return Arrays.copyOf(rows, n);
    }

    private record Judged(double accuracy, Map<Integer, Double> gains) {}

    /** Trains on four folds and counts what is right on the fifth. */
    private static Judged judged(
            FeatureMatrix matrix, long[][] families, int[][] chosen, int fold, Draws draws, int threads) {
        SparseRows training = sample(matrix, families, chosen, fold, draws, false);
        SparseRows testing = sample(matrix, families, chosen, fold, draws, true);
        try (TrainedTrees trees = TrainedTrees.of(training, TreeSettings.boosted(threads))) {
            float[][] predicted = trees.probabilities(testing);
            int right = 0;
            for (int i = 0; i < predicted.length; i++) {
                right += predicted[i][0] > 0.5 == testing.label(i) > 0.5 ? 1 : 0;
            }
            return new Judged((double) right / Math.max(1, predicted.length), trees.gains());
        }
    }

    private static SparseRows sample(
            FeatureMatrix matrix, long[][] families, int[][] chosen, int fold, Draws draws, boolean testing) {
        SparseRows rows = new SparseRows(matrix.width());
        for (Side side : Side.values()) {
            for (int row : chosen[side.ordinal()]) {
                long family = families[side.ordinal()][row];
                if ((draws.at("fold").below(FOLDS, family) == fold) == testing) {
                    for (int feature = 0; feature < matrix.width(); feature++) {
                        rows.add(feature, matrix.value(feature, side, row));
                    }
                    rows.end(side.ordinal());
                }
            }
        }
        return rows;
    }

    /** Columns by their share of all gains, largest first; features of one column count together. */
    private static List<Telling> telling(FeatureMatrix matrix, double[] gains) {
        double all = Arrays.stream(gains).sum();
        Map<String, Double> shares = new LinkedHashMap<>();
        for (int feature = 0; feature < gains.length; feature++) {
            shares.merge(matrix.columnOf(feature), all == 0 ? 0 : gains[feature] / all, Double::sum);
        }
        return shares.entrySet().stream()
                .map(entry -> new Telling(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(Telling::share).reversed())
                .limit(MOST_TELLING)
                .toList();
    }
}
