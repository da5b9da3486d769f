package dev.understudy.generate;

import dev.understudy.encode.Groups;
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
    private static final int FEATURES = 0xFFFF;

    private final Forest forest;
    private final Feature[] features;
    private final Groups[] guided;
    private final Trunk[] trees;

    /**
     * A tree laid out for walking.
     *
     * @param nodes      two a node. Of a split: the groups that go left; {@link #SPLIT}, its feature and the right child, while the
     *                   left one follows. Of a leaf: nothing; itself, so that a walk that has come there stays
     * @param leaf       per node: the number of a leaf
     * @param starts     per leaf: where its entries begin; one more than leaves
     * @param codes      entries: a code
     * @param cumulative entries: upper bound of the code's share, unsigned
     */
    private record Trunk(long[] nodes, int[] leaf, int[] starts, short[] codes, short[] cumulative) {
        private static final long SPLIT = 1L << 62;

        static Trunk of(Tree tree) {
            int count = tree.feature().length;
            long[] nodes = new long[2 * count];
            int[] leaf = new int[count];
            lay(tree, 0, 0, nodes, leaf);
            return new Trunk(nodes, leaf, tree.starts(), tree.codes(), tree.cumulative());
        }

        /** @return the place after the last node of the branch */
        private static int lay(Tree tree, int node, int at, long[] nodes, int[] leaf) {
            if (tree.feature()[node] < 0) {
                leaf[at] = tree.left()[node];
                nodes[2 * at + 1] = at;
                return at + 1;
            }
            nodes[2 * at] = tree.mask()[node];
            int right = lay(tree, tree.left()[node], at + 1, nodes, leaf);
            nodes[2 * at + 1] = SPLIT | (long) tree.feature()[node] << Integer.SIZE | right;
            return lay(tree, tree.right()[node], right, nodes, leaf);
        }

        int leaves() {
            return starts.length - 1;
        }

        /**
         * Leaves of some rows. Four walk side by side and none turns at a branch of the program, which would be foretold wrongly
         * every other time.
         *
         * @param groups group of feature f for row i at f * n + i
         * @param rows   which rows, from {@code from} to {@code to}
         * @param leaves where the number of each one's leaf is put, at the same places
         */
        void walk(byte[] groups, int n, int[] rows, int from, int to, int[] leaves) {
            int k = from;
            for (; k + 3 < to; k += 4) {
                int a = 0;
                int b = 0;
                int c = 0;
                int d = 0;
                long ofA = nodes[1];
                long ofB = ofA;
                long ofC = ofA;
                long ofD = ofA;
                while ((ofA | ofB | ofC | ofD) >= SPLIT) {
                    a = next(a, ofA, groups, n, rows[k]);
                    b = next(b, ofB, groups, n, rows[k + 1]);
                    c = next(c, ofC, groups, n, rows[k + 2]);
                    d = next(d, ofD, groups, n, rows[k + 3]);
                    ofA = nodes[2 * a + 1];
                    ofB = nodes[2 * b + 1];
                    ofC = nodes[2 * c + 1];
                    ofD = nodes[2 * d + 1];
                }
                leaves[k] = leaf[a];
                leaves[k + 1] = leaf[b];
                leaves[k + 2] = leaf[c];
                leaves[k + 3] = leaf[d];
            }
            for (; k < to; k++) {
                int at = 0;
                for (long node = nodes[1]; node >= SPLIT; node = nodes[2 * at + 1]) {
                    at = next(at, node, groups, n, rows[k]);
                }
                leaves[k] = leaf[at];
            }
        }

        private int next(int at, long node, byte[] groups, int n, int row) {
            int feature = (int) (node >>> Integer.SIZE) & FEATURES;
            int goesLeft = (int) (nodes[2 * at] >>> groups[feature * n + row]) & 1;
            int right = (int) node;
            return right + (at + 1 - right) * goesLeft;
        }

        /** The code at quantile {@code u} of a leaf. */
        int code(int leaf, double u) {
            int from = starts[leaf];
            int last = starts[leaf + 1] - 1;
            int goal = (int) (u * (cumulative[last] & 0xFFFF));
            // Halves without a branch; the last entry is taken where no other is above the goal.
            for (int left = last - from; left > 0; ) {
                int half = left + 1 >>> 1;
                from += (cumulative[from + half - 1] & 0xFFFF) <= goal ? half : 0;
                left -= half;
            }
            return codes[from] & 0xFFFF;
        }
    }

    ForestDraw(Forest forest) {
        this.forest = forest;
        this.features = forest.features().toArray(Feature[]::new);
        this.guided = forest.guided().toArray(Groups[]::new);
        this.trees = forest.trees().stream().map(Trunk::of).toArray(Trunk[]::new);
    }

    /** What it draws from. */
    Forest forest() {
        return forest;
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
        byte[] groups = new byte[Math.max(1, features.length) * n];
        int index = -1;
        for (int f = 0; f < features.length; f++) {
            if (features[f].source() == Feature.Source.INDEX) {
                index = f;
            } else {
                System.arraycopy(view.groups(features[f], guided[f], rows, n), 0, groups, f * n, n);
            }
        }
        if (index >= 0) {
            forest.index().get(0).groups(groups, n, groups, index * n);
        }
        int[] starts = new int[trees.length + 1];
        int[] order = byTree(numbers, block, rows, n, starts);
        int[] leaves = new int[n];
        int[] codes = new int[n];
        for (int t = 0; t < trees.length; t++) {
            trees[t].walk(groups, n, order, starts[t], starts[t + 1], leaves);
            draw(t, numbers, block, rows, order, starts[t], starts[t + 1], leaves, codes);
        }
        return codes;
    }

    /**
     * Lets every row draw its tree.
     *
     * @param starts where the rows of each tree begin is put here
     * @return the rows' places among {@code rows}, those of one tree together
     */
    private int[] byTree(Numbers numbers, Block block, int[] rows, int n, int[] starts) {
        int[] order = new int[n];
        if (trees.length == 1) {
            Arrays.setAll(order, i -> i);
            starts[1] = n;
            return order;
        }
        byte[] which = new byte[n];
        for (int i = 0; i < n; i++) {
            which[i] = (byte) numbers.below(trees.length, block.place(rows[i]));
            starts[(which[i] & 0xFF) + 1]++;
        }
        for (int t = 0; t < trees.length; t++) {
            starts[t + 1] += starts[t];
        }
        int[] next = starts.clone();
        for (int i = 0; i < n; i++) {
            order[next[which[i] & 0xFF]++] = i;
        }
        return order;
    }

    private void draw(
            int which,
            Numbers numbers,
            Block block,
            int[] rows,
            int[] order,
            int from,
            int to,
            int[] leaves,
            int[] codes) {
        Trunk tree = trees[which];
        if (!numbers.byQuota()) {
            for (int k = from; k < to; k++) {
                codes[order[k]] = tree.code(leaves[k], numbers.unit(block.place(rows[order[k]])));
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
            Draws stratum = strata.at(((long) which << 20) + leaves[k]);
            double u = Quota.point(stratum, seen[leaves[k]]++, block.place(rows[order[k]]));
            codes[order[k]] = tree.code(leaves[k], u);
        }
    }
}
