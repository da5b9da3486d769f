package dev.understudy.privacy;

import dev.understudy.classify.SparseRows;
import dev.understudy.classify.TrainedTrees;
import dev.understudy.classify.TreeSettings;
import dev.understudy.random.Draws;
import java.util.Arrays;
import java.util.List;

/**
 * Guesses who was learned from, in one fold, by what lies around each family: the nearest synthetic family, the density of
 * synthetic over that of reference families, and the number of synthetic families within a radius, and by the rare cells that it shares with
 * one of them. A classifier that tells synthetic from reference families is a fifth guess.
 */
final class MembershipAttack {
    static final List<String> NAMES = List.of(
            "nearest family",
            "density against reference",
            "families within a radius",
            "cells shared with one family",
            "classifier");

    private static final int MOST = 10_000;
    private static final int MOST_ATTACKED = 5_000;
    private static final int MOST_REFERENCE = 5_000;
    private static final int AROUND = 5;
    private static final double APART = 0.95;

    private final FamilySample real;
    private final Fold fold;
    private final Points.Scale scale;
    private final int[] members;
    private final int[] targets;
    private final int[] reference;
    private final int[] synthetic;
    private final Points points;
    private final Neighbours toReference;
    private final Neighbours toSynthetic;
    private final SharedCells cells;
    private final double[] sharedWithReference;
    private final double[] sharedWithSynthetic;
    private final double radius;
    private final boolean[] outlying;
    private final double[] apartness;

    /** @param candidates families of {@link Part#TRAIN} that may be attacked */
    MembershipAttack(List<FamilyFeature> features, FamilySample real, Fold fold, int[] candidates, Draws draws) {
        this.real = real;
        this.fold = fold;
        int[] others = Chosen.of(fold.families(Part.HOLDOUT), MOST_ATTACKED, draws.at("others"));
        this.members = Chosen.of(candidates, Math.min(MOST_ATTACKED, 2 * others.length), draws.at("members"));
        this.targets = Chosen.joined(members, others);
        this.reference = Chosen.of(fold.families(Part.REFERENCE), MOST_REFERENCE, draws.at("reference"));
        this.synthetic = Chosen.of(Chosen.upTo(fold.synthetic().families()), MOST, draws.at("synthetic"));
        this.scale = new Points.Scale(features, real.values(), reference);
        this.points = scale.points(real.values(), targets);
        Points around = scale.points(real.values(), reference);
        Neighbours within = Neighbours.of(around, around, AROUND, -1, true);
        this.radius = quantile(firsts(within), 0.5);
        this.toReference = Neighbours.of(points, around, AROUND, radius, false);
        this.apartness = means(toReference);
        double bound = quantile(means(within), APART);
        this.outlying = new boolean[targets.length];
        for (int i = 0; i < targets.length; i++) {
            outlying[i] = apartness[i] > bound;
        }
        this.cells = new SharedCells(real.values(), targets, reference);
        this.sharedWithReference = cells.most(real.values(), reference);
        this.sharedWithSynthetic = cells.most(fold.synthetic().values(), synthetic);
        this.toSynthetic = Neighbours.of(points, scale.points(fold.synthetic().values(), synthetic), 1, radius, false);
    }

    /** Members that lie most apart, at most {@code n}. */
    int[] mostOutlying(int n) {
        return Arrays.stream(Chosen.upTo(members.length))
                .boxed()
                .sorted((a, b) -> Double.compare(apartness[b], apartness[a]))
                .limit(n)
                .mapToInt(i -> members[i])
                .toArray();
    }

    int[] reference() {
        return reference;
    }

    /** What all attacks say of the synthetic data. */
    Attacked attacked() {
        double[][] scores = scores(toSynthetic, toReference, synthetic.length, reference.length);
        double[][] all = Arrays.copyOf(scores, 5);
        all[3] = beyond(sharedWithSynthetic);
        all[4] = classified();
        return attacked(all);
    }

    /** What the attacks without a classifier would say if some families were among the synthetic ones too. */
    Attacked withPlants(double[][] planted) {
        int[] all = Chosen.upTo(planted[0].length);
        Points plants = scale.points(planted, all);
        Neighbours both = toSynthetic.and(Neighbours.of(points, plants, 1, radius, false));
        double[][] scores =
                Arrays.copyOf(scores(both, toReference, synthetic.length + plants.size(), reference.length), 4);
        double[] shared = cells.most(planted, all);
        Arrays.setAll(shared, i -> Math.max(shared[i], sharedWithSynthetic[i]));
        scores[3] = beyond(shared);
        return attacked(scores);
    }

    /** What they would say if one half of the reference families were the synthetic ones. */
    Attacked withReference() {
        int[] first = Arrays.copyOf(reference, reference.length / 2);
        int[] second = Arrays.copyOfRange(reference, reference.length / 2, reference.length);
        Neighbours made = Neighbours.of(points, scale.points(real.values(), first), 1, radius, false);
        Neighbours kept = Neighbours.of(points, scale.points(real.values(), second), 1, radius, false);
        double[][] scores = Arrays.copyOf(scores(made, kept, first.length, second.length), 4);
        double[] known = cells.most(real.values(), second);
        scores[3] = cells.most(real.values(), first);
        Arrays.setAll(scores[3], i -> scores[3][i] - known[i]);
        return attacked(scores);
    }

    private double[] beyond(double[] shared) {
        double[] beyond = new double[shared.length];
        Arrays.setAll(beyond, i -> shared[i] - sharedWithReference[i]);
        return beyond;
    }

    private Attacked attacked(double[][] scores) {
        boolean[] member = new boolean[targets.length];
        Arrays.fill(member, 0, members.length, true);
        return new Attacked(targets, member, outlying, scores);
    }

    private double[][] scores(Neighbours made, Neighbours known, int synthetics, int references) {
        // Keeps the ratio of two tiny distances from being all that counts.
        double least = Math.max(radius / 20, 1e-6);
        double[][] scores = new double[3][targets.length];
        for (int i = 0; i < targets.length; i++) {
            scores[0][i] = -made.nearest()[i][0];
            scores[1][i] = Math.log(known.nearest()[i][0] + least) - Math.log(made.nearest()[i][0] + least);
            scores[2][i] =
                    Math.log((made.within()[i] + 0.5) / synthetics) - Math.log((known.within()[i] + 0.5) / references);
        }
        return scores;
    }

    /** How sure a classifier is that a family is synthetic rather than one that nothing was made from. */
    private double[] classified() {
        double[][] made = fold.synthetic().values();
        SparseRows training = new SparseRows(made.length);
        int n = Math.min(synthetic.length, reference.length);
        for (int i = 0; i < n; i++) {
            add(training, made, synthetic[i], 1);
            add(training, real.values(), reference[i], 0);
        }
        SparseRows testing = new SparseRows(made.length);
        for (int family : targets) {
            add(testing, real.values(), family, 0);
        }
        try (TrainedTrees trees =
                TrainedTrees.of(training, TreeSettings.boosted(1).withTrees(50))) {
            float[][] sure = trees.probabilities(testing);
            double[] scores = new double[targets.length];
            Arrays.setAll(scores, i -> sure[i][0]);
            return scores;
        }
    }

    private static void add(SparseRows rows, double[][] values, int family, double label) {
        for (int f = 0; f < values.length; f++) {
            rows.add(f, values[f][family]);
        }
        rows.end(label);
    }

    private static double[] firsts(Neighbours neighbours) {
        return Arrays.stream(neighbours.nearest()).mapToDouble(near -> near[0]).toArray();
    }

    /** Mean distance to the neighbours that there are. */
    private static double[] means(Neighbours neighbours) {
        return Arrays.stream(neighbours.nearest())
                .mapToDouble(near ->
                        Arrays.stream(near).filter(Double::isFinite).average().orElse(0))
                .toArray();
    }

    private static double quantile(double[] values, double share) {
        double[] sorted = Arrays.stream(values).sorted().toArray();
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)];
    }
}
