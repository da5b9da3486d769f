package dev.understudy.privacy;

import dev.understudy.classify.SparseRows;
import dev.understudy.classify.TrainedTrees;
import dev.understudy.classify.TreeSettings;
import dev.understudy.privacy.FamilyFeature.Aggregate;
import dev.understudy.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * P4: a classifier that was trained on synthetic families guesses one column of real ones from all others. Right more often
 * for learned than for held-out families is a risk. Numbers are guessed by quarters.
 */
final class AttributeInference {
    private static final int MOST_CLASSES = 10;
    private static final int MOST_TRAINING = 3_000;
    private static final int TREES = 20;

    private final List<FamilyFeature> features;
    private final FamilySample real;

    AttributeInference(List<FamilyFeature> features, FamilySample real) {
        this.features = features;
        this.real = real;
    }

    /** Columns of the subject that are guessed: those named, else the first that have something to guess. */
    List<Integer> guessed(List<String> sensitive, int most) {
        List<Integer> guessed = new ArrayList<>();
        for (int f = 0; f < features.size() && guessed.size() < most; f++) {
            FamilyFeature feature = features.get(f);
            if (feature.aggregate() == Aggregate.VALUE
                    && (sensitive.isEmpty()
                            || sensitive.stream().anyMatch(feature.column().name()::equalsIgnoreCase))) {
                guessed.add(f);
            }
        }
        return guessed;
    }

    TestResult result(int target, List<EqualParts> parts, Draws draws) {
        double hits = 0;
        double otherHits = 0;
        int n = 0;
        Classes classes = Classes.of(features.get(target), real.values()[target]);
        for (EqualParts part : parts) {
            FamilySample made = part.fold().synthetic();
            SparseRows training = new SparseRows(features.size());
            for (int family : Chosen.of(Chosen.upTo(made.families()), MOST_TRAINING, draws.at("training"))) {
                add(training, made, family, target, classes);
            }
            if (training.rows() == 0) {
                continue;
            }
            TreeSettings settings = TreeSettings.boosted(1).withTrees(TREES).withClasses(Math.max(3, classes.size()));
            try (TrainedTrees trees = TrainedTrees.of(training, settings)) {
                hits += hits(trees, part.members(), target, classes);
                otherHits += hits(trees, part.others(), target, classes);
            }
            n += part.n();
        }
        String name = "inference of " + features.get(target).column().name();
        if (n == 0) {
            return TestResult.inconclusive("P4", name, 0, "no family to guess from");
        }
        return Risk.of(hits, n, otherHits, n)
                .result(
                        "P4",
                        name,
                        n,
                        "guessed rightly for %.1f %% of the learned, %.1f %% of the held-out families"
                                .formatted(100 * hits / n, 100 * otherHits / n));
    }

    private void add(SparseRows rows, FamilySample sample, int family, int target, Classes classes) {
        int own = classes.of(sample.values()[target][family]);
        if (own < 0) {
            return;
        }
        for (int f = 0; f < features.size(); f++) {
            if (f != target) {
                rows.add(f, sample.values()[f][family]);
            }
        }
        rows.end(own);
    }

    private double hits(TrainedTrees trees, int[] families, int target, Classes classes) {
        SparseRows rows = new SparseRows(features.size());
        for (int family : families) {
            add(rows, real, family, target, classes);
        }
        float[][] sure = trees.probabilities(rows);
        int hits = 0;
        for (int row = 0; row < sure.length; row++) {
            int best = 0;
            for (int c = 1; c < sure[row].length; c++) {
                best = sure[row][c] > sure[row][best] ? c : best;
            }
            hits += best == (int) rows.label(row) ? 1 : 0;
        }
        return hits;
    }

    /** What is guessed: the most frequent labels and one for all others, or quarters of a number. */
    private record Classes(Map<Double, Integer> labels, double[] bounds) {
        static Classes of(FamilyFeature feature, double[] values) {
            double[] present =
                    Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
            if (!feature.isCategory()) {
                double[] bounds = new double[present.length == 0 ? 0 : 3];
                for (int q = 0; q < bounds.length; q++) {
                    bounds[q] = present[(int) ((long) (q + 1) * present.length / 4)];
                }
                return new Classes(Map.of(), bounds);
            }
            Map<Double, Integer> counts = new HashMap<>();
            Arrays.stream(present).forEach(value -> counts.merge(value, 1, Integer::sum));
            Map<Double, Integer> labels = new HashMap<>();
            counts.entrySet().stream()
                    .sorted((a, b) -> a.getValue().equals(b.getValue())
                            ? Double.compare(a.getKey(), b.getKey())
                            : b.getValue() - a.getValue())
                    .limit(MOST_CLASSES - 1)
                    .forEach(entry -> labels.put(entry.getKey(), labels.size()));
            return new Classes(labels, null);
        }

        int size() {
            return bounds == null ? labels.size() + 1 : bounds.length + 1;
        }

        /** Class of a value; -1 where it is missing. */
        int of(double value) {
            if (Double.isNaN(value)) {
                return -1;
            }
            if (bounds == null) {
                return labels.getOrDefault(value, labels.size());
            }
            int at = Arrays.binarySearch(bounds, value);
            return at >= 0 ? at + 1 : -at - 1;
        }
    }
}
