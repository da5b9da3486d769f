package dev.understudy.learn;

import dev.understudy.encode.FamilyCount;

/**
 * Grows one tree on some rows and prunes it on others, in one recursion: a split stays only if its two sides together
 * describe the rows kept aside better than the node alone does.
 *
 * <p>Rows are row numbers in one array, partitioned in place. Time O(rows × features × depth).
 */
final class TreeGrower {
    /** A split must gain this many nats on the growing rows to be worth a look. */
    private static final double LEAST_GAIN = 4;

    /** Of hundreds of codes hardly two rows share one; nodes are judged by classes of codes. */
    private static final int CLASSES = 64;

    private static final double LEAST_WEIGHT = 0.1;
    private static final double FLOOR = 1e-7;

    private final Candidates candidates;
    private final Outcomes outcomes;
    private final LearnSettings settings;
    private final int depth;
    private final int least;
    private final SplitFinder finder;
    private final TreeBuilder tree = new TreeBuilder();
    private final double[][] shares;
    private final int[] counts;
    private final FamilyCount families;
    private final int[] classCounts = new int[CLASSES];
    /** Class of each code, by which nodes are judged. */
    private byte[] classOf = new byte[0];

    private int leaves = 1;

    TreeGrower(Candidates candidates, Outcomes outcomes, LearnSettings settings, int depth) {
        this.candidates = candidates;
        this.outcomes = outcomes;
        this.settings = settings;
        this.depth = depth;
        // The rows kept aside come back when the leaves are filled.
        this.least = Math.max(1, settings.leafRows() * (ForestLearner.ASIDE - 1) / ForestLearner.ASIDE);
        this.finder = new SplitFinder(candidates, outcomes);
        this.shares = new double[depth + 2][CLASSES];
        this.counts = new int[outcomes.size()];
        this.families = new FamilyCount(settings.k());
    }

    /** @param growing rows to grow on; @param aside rows to prune on; both are reordered */
    TreeBuilder grow(int[] growing, int[] aside) {
        java.util.Arrays.fill(counts, 0);
        for (int row : growing) {
            counts[outcomes.code(row)]++;
        }
        classOf = ClassMap.of(counts, growing.length, outcomes.isOrdered(), CLASSES);
        java.util.Arrays.fill(shares[0], 1.0 / CLASSES);
        int root = tree.addNode();
        grow(
                root,
                growing,
                0,
                growing.length,
                aside,
                0,
                aside.length,
                0,
                Screening.all(candidates.features().size()));
        return tree;
    }

    /** Log-likelihood of the rows kept aside under the best pruning of this node. */
    private double grow(
            int node,
            int[] rows,
            int from,
            int to,
            int[] aside,
            int asideFrom,
            int asideTo,
            int level,
            int[] features) {
        java.util.Arrays.fill(counts, 0);
        for (int i = from; i < to; i++) {
            counts[outcomes.code(rows[i])]++;
        }
        double[] share = shares[level + 1];
        java.util.Arrays.fill(classCounts, 0);
        for (int code = 0; code < counts.length; code++) {
            classCounts[classOf[code]] += counts[code];
        }
        smooth(classCounts, to - from, shares[level], share);
        double alone = 0;
        for (int i = asideFrom; i < asideTo; i++) {
            alone += Math.log(Math.max(FLOOR, share[classOf[outcomes.code(aside[i])]]));
        }
        if (level >= depth || to - from < 2 * least || leaves >= settings.leaves()) {
            return alone;
        }
        SplitFinder.Found found = finder.best(rows, from, to, counts, least, features);
        SplitFinder.Split split = found.split();
        if (split.gain() < LEAST_GAIN) {
            return alone;
        }
        int middle = partition(rows, from, to, split);
        if (!enoughFamilies(rows, from, middle) || !enoughFamilies(rows, middle, to)) {
            return alone;
        }
        int asideMiddle = partition(aside, asideFrom, asideTo, split);
        int leavesBefore = leaves;
        int left = tree.addNode();
        leaves++;
        double sum = grow(left, rows, from, middle, aside, asideFrom, asideMiddle, level + 1, found.features());
        int right = tree.addNode();
        tree.split(node, split.feature(), split.mask(), left, right);
        sum += grow(right, rows, middle, to, aside, asideMiddle, asideTo, level + 1, found.features());
        if (sum > alone) {
            return sum;
        }
        tree.prune(node);
        leaves = leavesBefore;
        return alone;
    }

    /** Counts mixed with the node above. */
    static void smooth(int[] counts, int n, double[] above, double[] into) {
        double weight = unseen(counts) + LEAST_WEIGHT;
        for (int code = 0; code < into.length; code++) {
            into[code] = (counts[code] + weight * above[code]) / (n + weight);
        }
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
        return partition(rows, from, to, candidates.groups()[split.feature()], split.mask());
    }

    /** Moves rows whose group is in the mask to the front. @return where the others begin */
    static int partition(int[] rows, int from, int to, byte[] groups, long mask) {
        int low = from;
        int high = to - 1;
        while (low <= high) {
            int row = rows[low];
            if ((mask >>> groups[row] & 1) != 0) {
                low++;
            } else {
                rows[low] = rows[high];
                rows[high--] = row;
            }
        }
        return low;
    }
}
