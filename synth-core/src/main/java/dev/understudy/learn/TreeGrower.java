package dev.understudy.learn;

import dev.understudy.encode.FamilyCount;
import dev.understudy.encode.Groups;
import java.util.List;

/**
 * Grows one tree: a node is split as long as both sides keep enough rows and families and the split tells anything.
 *
 * <p>Nothing is pruned: what rows are drawn from must resemble the rows, not predict them. A split that only follows chance
 * leaves two sides that are alike; one that is left out is seen by whoever compares (docs/decisions.md has the figures).
 *
 * <p>Rows are row numbers in one array, partitioned in place. Time O(rows × features × depth).
 */
final class TreeGrower {
    /** A split must gain this many nats to be worth a look. */
    private static final double LEAST_GAIN = 10;
    /** Splits that are tried where the best ones leave too few families on a side. */
    private static final int TRIES = 4;

    private final List<Candidate> candidates;
    private final Outcomes outcomes;
    private final LearnSettings settings;
    private final int depth;
    private final int least;
    private final SplitFinder finder;
    private final TreeBuilder tree = new TreeBuilder();
    private final int[] counts;
    private final FamilyCount families;

    /** @param share of all rows that the tree grows on; the others come back when the leaves are filled */
    TreeGrower(List<Candidate> candidates, Outcomes outcomes, LearnSettings settings, int depth, double share) {
        this.candidates = candidates;
        this.outcomes = outcomes;
        this.settings = settings;
        this.depth = depth;
        this.least = Math.max(1, (int) (settings.capacity().leafRows() * share));
        this.finder = new SplitFinder(candidates, outcomes);
        this.counts = new int[outcomes.size()];
        this.families = new FamilyCount(settings.k());
    }

    /** @param rows rows to grow on; reordered */
    TreeBuilder grow(int[] rows) {
        grow(tree.addNode(), rows, 0, rows.length, 0, settings.capacity().leaves(), Screening.all(candidates.size()));
        return tree;
    }

    /**
     * Each side may have its share of the leaves, by its rows, and the second what the first left: else the first side of a
     * large table would take them all.
     *
     * @param most most leaves below the node
     * @return how many there are
     */
    private int grow(int node, int[] rows, int from, int to, int level, int most, int[] features) {
        if (level >= depth || to - from < 2 * least || most < 2) {
            return 1;
        }
        java.util.Arrays.fill(counts, 0);
        for (int i = from; i < to; i++) {
            counts[outcomes.code(rows[i])]++;
        }
        SplitFinder.Found found = finder.best(rows, from, to, counts, least, features);
        SplitFinder.Split split = null;
        int middle = from;
        for (SplitFinder.Split next :
                found.splits().subList(0, Math.min(TRIES, found.splits().size()))) {
            middle = next.gain() < LEAST_GAIN ? from : partition(rows, from, to, next);
            if (middle > from && enoughFamilies(rows, from, middle) && enoughFamilies(rows, middle, to)) {
                split = next;
                break;
            }
        }
        if (split == null) {
            return 1;
        }
        int share = (int) Math.max(1, Math.min(most - 1, Math.round((double) most * (middle - from) / (to - from))));
        int left = tree.addNode();
        int leaves = grow(left, rows, from, middle, level + 1, share, found.features());
        int right = tree.addNode();
        tree.split(node, split.feature(), split.mask(), left, right);
        return leaves + grow(right, rows, middle, to, level + 1, most - leaves, found.features());
    }

    /**
     * How many rows' weight the node above gets: what was hardly seen here tells how much was not seen at all.
     *
     * <p>Source: Good (1953), The population frequencies of species: the share unseen is about that of what was seen once.
     */
    static double unseen(int[] counts) {
        int rare = 0;
        for (int count : counts) {
            rare += count == 1 || count == 2 ? 1 : 0;
        }
        return 0.5 * rare;
    }

    private boolean enoughFamilies(int[] rows, int from, int to) {
        families.clear();
        for (int i = from; i < to && !families.full(); i++) {
            families.add(outcomes.family()[rows[i]]);
        }
        return families.full();
    }

    private int partition(int[] rows, int from, int to, SplitFinder.Split split) {
        return Groups.partition(rows, from, to, candidates.get(split.feature()).groups(), split.mask());
    }
}
