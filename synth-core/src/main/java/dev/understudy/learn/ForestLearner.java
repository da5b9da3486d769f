package dev.understudy.learn;

import dev.understudy.encode.Groups;
import dev.understudy.model.Feature;
import dev.understudy.model.Forest;
import dev.understudy.model.Index;
import dev.understudy.model.Marginal;
import dev.understudy.model.Tree;
import dev.understudy.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Learns the conditional distribution of one outcome. Stateless; the result depends on arguments alone. */
final class ForestLearner {
    /** Fewer families than this: marginals only; fewer than the second: trees of two splits (small tables). */
    private static final int MARGINAL_BELOW = 50;

    private static final int SHALLOW_BELOW = 200;
    private static final int SHALLOW = 2;
    /** Fewer rows say too little of how often each code should come out. */
    private static final int CALIBRATED_FROM = 1000;

    private static final int ROWS_A_TREE = 200_000;
    /** Share of the families that a tree grows on, so that no two trees of a forest are alike. */
    private static final double GROWN = 0.8;

    private ForestLearner() {}

    /** @param place names the column, so that each has its own draws */
    static Forest learn(List<Candidate> candidates, Outcomes outcomes, LearnSettings settings, String place) {
        if (outcomes.rows() == 0) {
            return Forest.EMPTY;
        }
        int depth = Math.min(settings.capacity().depth(), depthFor(outcomes.family()));
        boolean constant = isConstant(outcomes);
        int[] which = depth == 0 || constant
                ? new int[0]
                : Screening.best(candidates, outcomes, settings.capacity().features());
        List<Candidate> chosen = new ArrayList<>();
        Arrays.stream(which).mapToObj(candidates::get).forEach(chosen::add);
        int trees = which.length == 0 ? 1 : settings.capacity().trees();
        Draws draws = Draws.seeded(settings.seed()).at("forest").at(place);
        Index index = null;
        if (depth > SHALLOW) {
            AdditiveIndex.Found found = AdditiveIndex.of(chosen, outcomes, settings.k(), draws.at("index"))
                    .orElse(null);
            if (found != null) {
                index = found.index();
                chosen.add(found.candidate());
            }
        }
        List<Tree> grown = new ArrayList<>();
        for (int t = 0; t < trees; t++) {
            grown.add(tree(chosen, outcomes, settings, depth, draws.at(t)));
        }
        return compact(chosen, index, grown, marginal(outcomes, which.length > 0));
    }

    /** What draws are to amount to. A label that comes out too often does so for a reason that lies before it, and rarely everywhere alike. */
    static Marginal marginal(Outcomes outcomes, boolean told) {
        boolean calibrated = told && outcomes.isOrdered() && outcomes.rows() >= CALIBRATED_FROM;
        return calibrated ? Marginal.of(outcomes.codes(), outcomes.size(), outcomes.ordered()) : Marginal.NONE;
    }

    /** True for outcomes of which nothing but how often each comes is learned. */
    static boolean isTooFew(Outcomes outcomes) {
        return depthFor(outcomes.family()) == 0 || isConstant(outcomes);
    }

    private static Tree tree(
            List<Candidate> chosen, Outcomes outcomes, LearnSettings settings, int depth, Draws draws) {
        TreeBuilder builder;
        if (chosen.isEmpty()) {
            builder = new TreeBuilder();
            builder.addNode();
        } else {
            double share = Math.min(1.0, Math.max(ROWS_A_TREE, outcomes.rows() / 8.0) / outcomes.rows());
            share *= settings.capacity().trees() > 1 ? GROWN : 1;
            builder = new TreeGrower(chosen, outcomes, settings, depth, GROWN).grow(rows(outcomes, draws, share));
        }
        new LeafFiller(chosen, outcomes, builder, Math.max(depth, 1)).fill(Screening.all(outcomes.rows()));
        return builder.build();
    }

    /** Whole families, chosen by their number. */
    private static int[] rows(Outcomes outcomes, Draws draws, double share) {
        int[] rows = new int[outcomes.rows()];
        int n = 0;
        for (int row = 0; row < rows.length; row++) {
            if (draws.unit(outcomes.family()[row]) < share) {
                rows[n++] = row;
            }
        }
        return Arrays.copyOf(rows, n);
    }

    private static boolean isConstant(Outcomes outcomes) {
        for (short code : outcomes.codes()) {
            if (code != outcomes.codes()[0]) {
                return false;
            }
        }
        return true;
    }

    private static int depthFor(long[] family) {
        Set<Long> distinct = new HashSet<>();
        for (long f : family) {
            distinct.add(f);
            if (distinct.size() >= SHALLOW_BELOW) {
                return Integer.MAX_VALUE;
            }
        }
        return distinct.size() < MARGINAL_BELOW ? 0 : SHALLOW;
    }

    /** Leaves out features that neither a tree nor an index that a tree looks at needs. */
    static Forest compact(List<Candidate> candidates, Index index, List<Tree> trees, Marginal marginal) {
        int[] renumbered = new int[candidates.size()];
        Arrays.fill(renumbered, -1);
        List<Feature> used = new ArrayList<>();
        List<Groups> guided = new ArrayList<>();
        for (Tree tree : trees) {
            for (int feature : tree.feature()) {
                use(feature, candidates, renumbered, used, guided);
            }
        }
        boolean indexed = used.contains(Feature.INDEX);
        int[] parts = indexed ? index.features().clone() : new int[0];
        for (int i = 0; i < parts.length; i++) {
            use(parts[i], candidates, renumbered, used, guided);
            parts[i] = renumbered[parts[i]];
        }
        for (Tree tree : trees) {
            for (int node = 0; node < tree.feature().length; node++) {
                int f = tree.feature()[node];
                tree.feature()[node] = f < 0 ? f : renumbered[f];
            }
        }
        List<Index> made = indexed ? List.of(new Index(parts, index.weights(), index.cuts())) : List.of();
        return new Forest(used, guided, made, trees, marginal);
    }

    private static void use(
            int feature, List<Candidate> candidates, int[] renumbered, List<Feature> used, List<Groups> guided) {
        if (feature >= 0 && renumbered[feature] < 0) {
            renumbered[feature] = used.size();
            used.add(candidates.get(feature).feature());
            guided.add(candidates.get(feature).guided());
        }
    }
}
