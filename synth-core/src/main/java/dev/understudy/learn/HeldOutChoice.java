package dev.understudy.learn;

import dev.understudy.model.Feature;
import dev.understudy.model.Forest;
import dev.understudy.model.Tree;
import dev.understudy.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Takes for an outcome the learner that tells most of families that it did not learn from: all of them learn a fifth less of at
 * most {@value #ROWS} rows, and the best learns from all. Trees are taken unless another one is better by more than chance.
 */
final class HeldOutChoice {
    /** Rows that are looked at, about. */
    static final int ROWS = 10_000;

    /** Features that trees look at where two ways to tell a number are compared. */
    private static final int FEATURES = 24;
    /** In nats a row. */
    private static final double LEAST_BETTER = 0.005;
    /** Share of every prediction that is spread over all codes, so that none is impossible. */
    private static final double ANY = 0.01;

    private HeldOutChoice() {}

    static Forest learn(List<Candidate> candidates, Outcomes outcomes, LearnSettings settings, String place) {
        return OutcomeLearner.of(choose(candidates, outcomes, settings, place))
                .learn(candidates, outcomes, settings, place);
    }

    static Learner choose(List<Candidate> candidates, Outcomes outcomes, LearnSettings settings, String place) {
        if (HeldOutFamilies.areTooFew(outcomes.rows()) || ForestLearner.isTooFew(outcomes)) {
            return Learner.TREES;
        }
        Draws draws = Draws.seeded(settings.seed()).at("choice of learner").at(place);
        HeldOutFamilies families = HeldOutFamilies.of(outcomes, draws, Math.min(1.0, (double) ROWS / outcomes.rows()));
        int[] which = Screening.best(candidates, outcomes, settings.capacity().features());
        if (families.sayNothing() || which.length == 0) {
            return Learner.TREES;
        }
        HeldOutFamilies.Parted parted = families.part(at(candidates, which), outcomes);
        Learner best = Learner.TREES;
        double least = Double.POSITIVE_INFINITY;
        for (Learner learner : List.of(Learner.TREES, Learner.NETWORK, Learner.COPULA)) {
            double better = learner == Learner.TREES ? 0 : LEAST_BETTER;
            double loss = parted.loss(OutcomeLearner.of(learner), settings, place) + better;
            if (loss < least) {
                least = loss;
                best = learner;
            }
        }
        return best;
    }

    /** Mean negative log-likelihood of trees for families that they did not learn from, in nats; empty for too few of them. */
    static OptionalDouble loss(List<Candidate> candidates, Outcomes outcomes, LearnSettings settings, String place) {
        Draws draws = Draws.seeded(settings.seed()).at("held out").at(place);
        HeldOutFamilies families = HeldOutFamilies.of(outcomes, draws, 1);
        if (families.sayNothing() || ForestLearner.isTooFew(families.known(outcomes))) {
            return OptionalDouble.empty();
        }
        int[] which = Screening.best(candidates, outcomes, FEATURES);
        return OptionalDouble.of(
                families.part(at(candidates, which), outcomes).loss(ForestLearner::learn, settings, place));
    }

    private static List<Candidate> at(List<Candidate> candidates, int[] places) {
        return Arrays.stream(places).mapToObj(candidates::get).toList();
    }

    /** Mean negative log-likelihood in nats. */
    static double loss(Forest forest, List<Candidate> candidates, Outcomes outcomes) {
        byte[][] groups = groups(forest, candidates, outcomes.rows());
        double sum = 0;
        for (int row = 0; row < outcomes.rows(); row++) {
            double share = 0;
            for (Tree tree : forest.trees()) {
                share += share(tree, tree.leaf(groups, row), outcomes.code(row))
                        / forest.trees().size();
            }
            sum -= Math.log((1 - ANY) * share + ANY / outcomes.size());
        }
        return sum / Math.max(1, outcomes.rows());
    }

    private static byte[][] groups(Forest forest, List<Candidate> candidates, int rows) {
        List<byte[]> groups = new ArrayList<>();
        int index = -1;
        for (int f = 0; f < forest.features().size(); f++) {
            Feature feature = forest.features().get(f);
            int at = f;
            index = feature.source() == Feature.Source.INDEX ? f : index;
            groups.add(
                    feature.source() == Feature.Source.INDEX
                            ? new byte[rows]
                            : candidates.stream()
                                    .filter(one -> one.feature().equals(feature)
                                            && one.guided() == forest.guided().get(at))
                                    .findFirst()
                                    .orElseThrow()
                                    .groups());
        }
        if (index >= 0) {
            byte[] flat = new byte[groups.size() * rows];
            for (int f = 0; f < groups.size(); f++) {
                System.arraycopy(groups.get(f), 0, flat, f * rows, rows);
            }
            forest.index().get(0).groups(flat, rows, groups.get(index), 0);
        }
        return groups.toArray(byte[][]::new);
    }

    private static double share(Tree tree, int leaf, int code) {
        int end = tree.starts()[leaf + 1];
        double whole = tree.cumulative()[end - 1] & 0xFFFF;
        for (int i = tree.starts()[leaf]; i < end; i++) {
            if ((tree.codes()[i] & 0xFFFF) == code) {
                int before = i == tree.starts()[leaf] ? 0 : tree.cumulative()[i - 1] & 0xFFFF;
                return ((tree.cumulative()[i] & 0xFFFF) - before) / whole;
            }
        }
        return 0;
    }
}
