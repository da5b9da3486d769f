package dev.understudy.utility;

import dev.understudy.classify.SparseRows;
import dev.understudy.classify.TrainedTrees;
import dev.understudy.classify.TreeSettings;
import dev.understudy.compare.ComparedColumn;
import dev.understudy.compare.ComparedTable;
import dev.understudy.compare.Side;
import dev.understudy.fidelity.Associations;
import dev.understudy.fidelity.FeatureMatrix;
import dev.understudy.random.Draws;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Train on synthetic, test on real: one column of a table is predicted from all others, by boosted trees and by a random
 * forest, once from synthetic and once from as many real rows; both are tested on real rows of other families.
 */
public final class Prediction {
    private static final int FEWEST_ROWS = 500;
    private static final int MOST_ROWS = 3_000;
    private static final int MOST_CLASSES = 8;
    private static final int FEWEST_OF_GROUP = 50;

    private final ComparedTable table;
    private final List<String> groupedBy;

    /** @param groupedBy columns whose labels are the groups to compare, where the table has one of them */
    public Prediction(ComparedTable table, List<String> groupedBy) {
        this.table = table;
        this.groupedBy = List.copyOf(groupedBy);
    }

    /**
     * How well a column is predicted.
     *
     * @param table     of it
     * @param target    its name
     * @param method    {@code boosted trees} or {@code random forest}
     * @param real      macro-averaged F1 on real rows after training on real rows, in [0, 1]
     * @param synthetic likewise after training on synthetic rows
     * @param rows      rows of each training
     * @param groups    accuracy by label of a column that was named, else of the one with the fewest labels; for groups of at
     *                  least 50 test rows
     */
    public record Result(
            String table, String target, String method, double real, double synthetic, int rows, List<Group> groups) {
        public Result {
            groups = List.copyOf(groups);
        }

        /** 1 if synthetic rows teach as well as real ones. */
        public double ratio() {
            return real == 0 ? Double.NaN : synthetic / real;
        }
    }

    /** Accuracy on one group after training on real and on synthetic rows. */
    public record Group(String column, String label, int rows, double real, double synthetic) {}

    /** @param wanted name of the column to predict; empty for the one that others tell most of */
    public List<Result> results(String wanted, Draws draws) {
        Optional<ComparedColumn> target = wanted.isEmpty() ? target() : table.column(wanted);
        if (target.isEmpty() || table.rows(Side.REAL) < FEWEST_ROWS || table.rows(Side.SYNTHETIC) < FEWEST_ROWS) {
            return List.of();
        }
        Classes classes = Classes.of(target.get());
        FeatureMatrix matrix = FeatureMatrix.rows(table);
        List<Integer> test = new ArrayList<>();
        List<Integer> training = new ArrayList<>();
        long[] families = table.realFamilies();
        for (int row = 0; row < families.length; row++) {
            (draws.at("test").unit(families[row]) < 0.3 ? test : training).add(row);
        }
        int rows = Math.min(MOST_ROWS, Math.min(training.size(), table.rows(Side.SYNTHETIC)));
        List<Integer> made = new ArrayList<>();
        for (int row = 0; row < table.rows(Side.SYNTHETIC); row++) {
            made.add(row);
        }
        int[] chosenReal = chosen(training, rows, draws.at("real"));
        int[] chosenMade = chosen(made, rows, draws.at("made"));
        int[] chosenTest = chosen(test, MOST_ROWS, draws.at("tested"));
        if (rows < 100 || chosenTest.length < 50) {
            return List.of();
        }
        List<Result> results = new ArrayList<>();
        int k = Math.max(3, classes.size());
        for (TreeSettings settings : List.of(
                TreeSettings.boosted(1).withTrees(30).withClasses(k),
                TreeSettings.forest(k, 1).withTrees(50))) {
            int[] real = predicted(matrix, classes, Side.REAL, chosenReal, chosenTest, settings);
            int[] synthetic = predicted(matrix, classes, Side.SYNTHETIC, chosenMade, chosenTest, settings);
            int[] truth = classes.of(Side.REAL, chosenTest);
            results.add(new Result(
                    table.name(),
                    target.get().name(),
                    settings.kind() == TreeSettings.Kind.FOREST ? "random forest" : "boosted trees",
                    F1.macro(truth, real, classes.size()),
                    F1.macro(truth, synthetic, classes.size()),
                    rows,
                    groups(target.get(), chosenTest, truth, real, synthetic)));
        }
        return results;
    }

    /** The column that goes together most with the others; constants and labels of too many kinds are no targets. */
    private Optional<ComparedColumn> target() {
        return table.columns().stream()
                .filter(column -> !column.isCategory() || column.categories() <= MOST_CLASSES + 1)
                .filter(column -> table.columns().size() > 2)
                .max(Comparator.comparingDouble(column -> table.columns().stream()
                                .filter(other -> other != column)
                                .mapToDouble(other -> Math.abs(Associations.of(column, other, Side.REAL)))
                                .filter(strength -> !Double.isNaN(strength))
                                .max()
                                .orElse(0)
                        // An exact copy of another column teaches nothing about usefulness.
                        * (column.isCategory() ? 1.2 : 1)));
    }

    private static int[] chosen(List<Integer> rows, int most, Draws draws) {
        return rows.stream()
                .sorted(Comparator.comparingLong(draws::bits))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int[] predicted(
            FeatureMatrix matrix, Classes classes, Side side, int[] training, int[] test, TreeSettings settings) {
        try (TrainedTrees trees = TrainedTrees.of(rows(matrix, classes, side, training), settings)) {
            float[][] sure = trees.probabilities(rows(matrix, classes, Side.REAL, test));
            int[] predicted = new int[sure.length];
            for (int i = 0; i < predicted.length; i++) {
                for (int c = 1; c < sure[i].length; c++) {
                    predicted[i] = sure[i][c] > sure[i][predicted[i]] ? c : predicted[i];
                }
            }
            return predicted;
        }
    }

    private static SparseRows rows(FeatureMatrix matrix, Classes classes, Side side, int[] chosen) {
        SparseRows rows = new SparseRows(matrix.width());
        int[] labels = classes.of(side, chosen);
        for (int i = 0; i < chosen.length; i++) {
            for (int feature = 0; feature < matrix.width(); feature++) {
                if (!matrix.columnOf(feature).equals(classes.column().name())) {
                    rows.add(feature, matrix.value(feature, side, chosen[i]));
                }
            }
            rows.end(labels[i]);
        }
        return rows;
    }

    private List<Group> groups(ComparedColumn target, int[] test, int[] truth, int[] real, int[] synthetic) {
        Optional<ComparedColumn> by = table.columns().stream()
                .filter(column -> column != target && column.isCategory() && column.categories() > 2)
                .min(Comparator.<ComparedColumn>comparingInt(
                                column -> groupedBy.stream().anyMatch(column.name()::equalsIgnoreCase) ? 0 : 1)
                        .thenComparingInt(ComparedColumn::categories));
        List<Group> groups = new ArrayList<>();
        for (int label = 0; by.isPresent() && label < by.get().labels().size(); label++) {
            int n = 0;
            int right = 0;
            int rightMade = 0;
            for (int i = 0; i < test.length; i++) {
                if (by.get().real()[test[i]] == label) {
                    n++;
                    right += truth[i] == real[i] ? 1 : 0;
                    rightMade += truth[i] == synthetic[i] ? 1 : 0;
                }
            }
            if (n >= FEWEST_OF_GROUP) {
                groups.add(new Group(
                        by.get().name(), by.get().labels().get(label), n, (double) right / n, (double) rightMade / n));
            }
        }
        return groups;
    }
}
