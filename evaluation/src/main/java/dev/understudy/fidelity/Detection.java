package dev.understudy.fidelity;

import dev.understudy.compare.Side;
import dev.understudy.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Classifier two-sample test: can boosted trees tell real rows from synthetic ones? 100 trees of depth 6 at a rate of 0.3
 * on equal numbers of both, cross-validated over five folds that never part a family.
 *
 * <p>Source: Lopez-Paz and Oquab (2017), Revisiting classifier two-sample tests.
 */
public final class Detection {
    private static final int FOLDS = 5;
    private static final int TREES = 100;
    private static final Map<String, Object> SETTINGS = Map.of(
            "objective",
            "binary:logistic",
            "max_depth",
            6,
            "eta",
            0.3,
            "tree_method",
            "hist",
            "seed",
            1,
            "verbosity",
            0);

    private Detection() {}

    /**
     * @param accuracy mean share of rows that are told apart rightly; 0.5 is best
     * @param error    standard error of that mean over the folds
     * @param rows     rows of each side
     */
    public record Result(double accuracy, double error, int rows) {}

    /**
     * @param families per side, the family of each row
     * @param most     most rows of each side
     */
    public static Result of(FeatureMatrix matrix, long[][] families, int most, long seed, int threads) {
        int rows = Math.min(most, Math.min(families[0].length, families[1].length));
        if (rows < 2 * FOLDS || matrix.width() == 0) {
            return new Result(Double.NaN, Double.NaN, rows);
        }
        Draws draws = Draws.seeded(seed).at("detection");
        int[][] chosen = {choose(families[0].length, rows, draws.at(0)), choose(families[1].length, rows, draws.at(1))};
        double[] accuracies = new double[FOLDS];
        try {
            for (int fold = 0; fold < FOLDS; fold++) {
                accuracies[fold] = accuracy(matrix, families, chosen, fold, draws, threads);
            }
        } catch (XGBoostError problem) {
            throw new IllegalStateException("The classifier of the two-sample test failed", problem);
        }
        double mean = Arrays.stream(accuracies).average().orElseThrow();
        double variance =
                Arrays.stream(accuracies).map(a -> (a - mean) * (a - mean)).sum() / (FOLDS - 1);
        return new Result(mean, Math.sqrt(variance / FOLDS), rows);
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

    private record Sample(DMatrix matrix, float[] labels) {}

    private static double accuracy(
            FeatureMatrix matrix, long[][] families, int[][] chosen, int fold, Draws draws, int threads)
            throws XGBoostError {
        Sample training = sample(matrix, families, chosen, fold, draws, false);
        Sample testing = sample(matrix, families, chosen, fold, draws, true);
        Map<String, Object> settings = new java.util.HashMap<>(SETTINGS);
        settings.put("nthread", threads);
        Booster booster = XGBoost.train(training.matrix, settings, TREES, Map.of(), null, null);
        float[][] predicted = booster.predict(testing.matrix);
        int right = 0;
        for (int i = 0; i < predicted.length; i++) {
            right += predicted[i][0] > 0.5 == testing.labels[i] > 0.5 ? 1 : 0;
        }
        booster.dispose();
        training.matrix.dispose();
        testing.matrix.dispose();
        return (double) right / Math.max(1, predicted.length);
    }

    private static Sample sample(
            FeatureMatrix matrix, long[][] families, int[][] chosen, int fold, Draws draws, boolean testing)
            throws XGBoostError {
        List<Integer> places = new ArrayList<>();
        Growing cells = new Growing();
        List<Long> starts = new ArrayList<>(List.of(0L));
        for (Side side : Side.values()) {
            for (int row : chosen[side.ordinal()]) {
                long family = families[side.ordinal()][row];
                if ((draws.at("fold").below(FOLDS, family) == fold) == testing) {
                    for (int feature = 0; feature < matrix.width(); feature++) {
                        float value = matrix.value(feature, side, row);
                        if (!Float.isNaN(value)) {
                            cells.add(feature, value);
                        }
                    }
                    starts.add((long) cells.size);
                    places.add(side.ordinal());
                }
            }
        }
        float[] labels = new float[places.size()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = places.get(i);
        }
        DMatrix data = new DMatrix(
                starts.stream().mapToLong(Long::longValue).toArray(),
                Arrays.copyOf(cells.columns, cells.size),
                Arrays.copyOf(cells.values, cells.size),
                DMatrix.SparseType.CSR,
                matrix.width());
        data.setLabel(labels);
        return new Sample(data, labels);
    }

    /** Cells of a sparse matrix. */
    private static final class Growing {
        private int[] columns = new int[1 << 16];
        private float[] values = new float[1 << 16];
        private int size;

        void add(int column, float value) {
            if (size == columns.length) {
                columns = Arrays.copyOf(columns, 2 * size);
                values = Arrays.copyOf(values, 2 * size);
            }
            columns[size] = column;
            values[size++] = value;
        }
    }
}
