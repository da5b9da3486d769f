package dev.understudy.generate;

import dev.understudy.model.Feature;
import dev.understudy.model.Forest;
import dev.understudy.model.Tree;
import dev.understudy.random.Draws;
import dev.understudy.random.Quota;
import java.util.Arrays;

/**
 * Draws codes from a forest for many rows at once. Its nodes lie in two neighbouring longs each, in the order of a walk that
 * goes left first, and the rows that draw one tree follow each other, so that a tree stays in the cache.
 *
 * <p>Immutable; serves several threads.
 */
final class ForestDraw {
    private final Feature[] features;
    private final Trunk[] trees;

    /**
     * A tree laid out for walking.
     *
     * @param nodes   two a node. Of a split: the groups that go left; its feature above the right child, while the left one
     *                follows. Of a leaf: where its entries begin above its last one; the complement of its number
     * @param entries a code above the upper bound of its share
     */
    private record Trunk(long[] nodes, int[] entries, int leaves) {
        static Trunk of(Tree tree) {
            long[] nodes = new long[2 * tree.feature().length];
            lay(tree, 0, 0, nodes);
            int[] entries = new int[tree.codes().length];
            Arrays.setAll(entries, i -> tree.codes()[i] << Short.SIZE | tree.cumulative()[i] & 0xFFFF);
            return new Trunk(nodes, entries, tree.leaves());
        }

        /** @return the place after the last node of the branch */
        private static int lay(Tree tree, int node, int at, long[] nodes) {
            if (tree.feature()[node] < 0) {
                int leaf = tree.left()[node];
                nodes[2 * at] = (long) tree.starts()[leaf] << Integer.SIZE | tree.starts()[leaf + 1] - 1;
                nodes[2 * at + 1] = ~(long) leaf;
                return at + 1;
            }
            nodes[2 * at] = tree.mask()[node];
            int right = lay(tree, tree.left()[node], at + 1, nodes);
            nodes[2 * at + 1] = (long) tree.feature()[node] << Integer.SIZE | right;
            return lay(tree, tree.right()[node], right, nodes);
        }

        /** Place of the leaf of a row, among the longs. */
        int leaf(byte[][] groups, int row) {
            long[] all = nodes;
            int at = 0;
            for (long node = all[1]; node >= 0; node = all[at + 1]) {
                boolean goesLeft = (all[at] >>> groups[(int) (node >>> Integer.SIZE)][row] & 1) != 0;
                at = goesLeft ? at + 2 : 2 * (int) node;
            }
            return at;
        }

        int number(int leaf) {
            return (int) ~nodes[leaf + 1];
        }

        /** The code at quantile {@code u} of a leaf. */
        int code(int leaf, double u) {
            long range = nodes[leaf];
            int from = (int) (range >>> Integer.SIZE);
            int goal = (int) (u * (entries[(int) range] & 0xFFFF));
            // Halves without a branch that could be foretold wrongly; the last entry is taken where no other is above
            // the goal.
            for (int left = (int) range - from; left > 0; ) {
                int half = left + 1 >>> 1;
                from += (entries[from + half - 1] & 0xFFFF) <= goal ? half : 0;
                left -= half;
            }
            return entries[from] >>> Short.SIZE;
        }
    }

    ForestDraw(Forest forest) {
        this.features = forest.features().toArray(Feature[]::new);
        this.trees = forest.trees().stream().map(Trunk::of).toArray(Trunk[]::new);
    }

    boolean isEmpty() {
        return trees.length == 0;
    }

    /** How rows take their numbers. @param attempt 0 for the first draw of a row */
    record Numbers(Draws codes, Draws trees, boolean byQuota, int attempt, long redrawn) {
        double unit(long place) {
            return attempt == 0 ? codes.unit(place) : codes.unit(place, redrawn * attempt);
        }

        int below(int count, long place) {
            return attempt == 0 ? trees.below(count, place) : trees.below(count, place, attempt);
        }
    }

    /** Codes of the first n rows. */
    int[] codes(Numbers numbers, Block block, FeatureView view, int[] rows, int n) {
        byte[][] groups = new byte[features.length][];
        for (int f = 0; f < groups.length; f++) {
            groups[f] = view.groups(features[f], rows, n);
        }
        int[] codes = new int[n];
        if (trees.length == 1) {
            draw(0, numbers, block, groups, rows, null, 0, n, codes);
            return codes;
        }
        if (n == 1) {
            int which = numbers.below(trees.length, block.place(rows[0]));
            draw(which, numbers, block, groups, rows, null, 0, 1, codes);
            return codes;
        }
        int[] starts = new int[trees.length + 1];
        byte[] which = new byte[n];
        for (int i = 0; i < n; i++) {
            which[i] = (byte) numbers.below(trees.length, block.place(rows[i]));
            starts[(which[i] & 0xFF) + 1]++;
        }
        for (int t = 0; t < trees.length; t++) {
            starts[t + 1] += starts[t];
        }
        int[] order = new int[n];
        int[] next = starts.clone();
        for (int i = 0; i < n; i++) {
            order[next[which[i] & 0xFF]++] = i;
        }
        for (int t = 0; t < trees.length; t++) {
            draw(t, numbers, block, groups, rows, order, starts[t], starts[t + 1], codes);
        }
        return codes;
    }

    /** @param order which of the rows; null for the rows themselves */
    private void draw(
            int which,
            Numbers numbers,
            Block block,
            byte[][] groups,
            int[] rows,
            int[] order,
            int from,
            int to,
            int[] codes) {
        Trunk tree = trees[which];
        if (!numbers.byQuota()) {
            for (int k = from; k < to; k++) {
                int i = order == null ? k : order[k];
                codes[i] = tree.code(tree.leaf(groups, i), numbers.unit(block.place(rows[i])));
            }
            return;
        }
        if (from == to) {
            return;
        }
        // Children are drawn position by position; each has points of its own.
        int position = block.hasSiblings() ? block.position[rows[0]] : 0;
        Draws strata = numbers.codes().at(block.index).at(position);
        int[] seen = new int[tree.leaves()];
        for (int k = from; k < to; k++) {
            int i = order == null ? k : order[k];
            int leaf = tree.leaf(groups, i);
            int number = tree.number(leaf);
            Draws stratum = strata.at(((long) which << 20) + number);
            codes[i] = tree.code(leaf, Quota.point(stratum, seen[number]++, block.place(rows[i])));
        }
    }
}
