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
    private static final int CODE = 0xFFFF;
    private static final long LOWER_HALF = 0xFFFFFFFFL;

    private final Forest forest;
    private final Feature[] features;
    private final Groups[] guided;
    private final Trunk[] trees;
    private final boolean byQuota;

    /**
     * A tree laid out for walking.
     *
     * @param tree   as it was learned
     * @param nodes  two a node. Of a split: the groups that go left; {@link #SPLIT}, its feature and the right child, while the
     *               left one follows. Of a leaf: where its entries begin, and how many they are; itself, so that a walk that has
     *               come there stays
     * @param leaf   per node: the number of a leaf
     * @param tables what is in the leaves
     */
    private record Trunk(Tree tree, long[] nodes, int[] leaf, LeafTables tables) {
        private static final int SPLIT_BIT = 62;
        private static final long SPLIT = 1L << SPLIT_BIT;

        static Trunk of(Tree tree) {
            int count = tree.feature().length;
            long[] nodes = new long[2 * count];
            int[] leaf = new int[count];
            lay(tree, 0, 0, nodes, leaf);
            return new Trunk(tree, nodes, leaf, LeafTables.of(tree));
        }

        /** @return the place after the last node of the branch */
        private static int lay(Tree tree, int node, int at, long[] nodes, int[] leaf) {
            if (tree.feature()[node] < 0) {
                int number = tree.left()[node];
                int start = tree.starts()[number];
                leaf[at] = number;
                nodes[2 * at] = (long) start << Integer.SIZE | tree.starts()[number + 1] - start;
                nodes[2 * at + 1] = at;
                return at + 1;
            }
            nodes[2 * at] = tree.mask()[node];
            int right = lay(tree, tree.left()[node], at + 1, nodes, leaf);
            nodes[2 * at + 1] = SPLIT | (long) tree.feature()[node] << Integer.SIZE | right;
            return lay(tree, tree.right()[node], right, nodes, leaf);
        }

        /**
         * Leaves of some rows. Four walk side by side and none turns at a branch of the program, which would be foretold wrongly
         * every other time.
         *
         * @param groups group of feature f for row i at f * n + i
         * @param rows   which rows, from {@code from} to {@code to}
         * @param leaves where the node of each one's leaf is put, at the same places
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
                leaves[k] = a;
                leaves[k + 1] = b;
                leaves[k + 2] = c;
                leaves[k + 3] = d;
            }
            for (; k < to; k++) {
                int at = 0;
                for (long node = nodes[1]; node >= SPLIT; node = nodes[2 * at + 1]) {
                    at = next(at, node, groups, n, rows[k]);
                }
                leaves[k] = at;
            }
        }

        private int next(int at, long node, byte[] groups, int n, int row) {
            int feature = (int) (node >>> Integer.SIZE) & FEATURES;
            int goesLeft = (int) (nodes[2 * at] >>> groups[feature * n + row]) & 1;
            int right = (int) node;
            // The left child follows a split; from a leaf either way leads to itself.
            int left = at + (int) (node >>> SPLIT_BIT);
            return right + (left - right) * goesLeft;
        }

        /** A code of a leaf. @param node where it stands @param bits 32 uniform ones */
        int code(int node, long bits) {
            long entries = nodes[2 * node];
            return tables.code((int) (entries >>> Integer.SIZE), (int) entries, bits);
        }
    }

    /** @param byQuota true if the codes of a block's rows are to be evenly spread, leaf by leaf */
    ForestDraw(Forest forest, boolean byQuota) {
        this.forest = forest;
        this.features = forest.features().toArray(Feature[]::new);
        this.guided = forest.guided().toArray(Groups[]::new);
        this.trees = forest.trees().stream().map(Trunk::of).toArray(Trunk[]::new);
        this.byQuota = byQuota;
    }

    /** What it draws from. */
    Forest forest() {
        return forest;
    }

    boolean isEmpty() {
        return trees.length == 0;
    }

    /** The code that every row gets; -1 if there are several. */
    int onlyCode() {
        return trees.length == 1 && trees[0].tree().codes().length == 1
                ? trees[0].tree().codes()[0] & CODE
                : -1;
    }

    /**
     * Codes of the first n rows.
     *
     * @param draws   one draw a row: a half of its bits chooses the tree, the other one the code
     * @param attempt 0 for the first draw of a row
     */
    int[] codes(Draws draws, int attempt, Block block, FeatureView view, int[] rows, int n) {
        int[] codes = new int[n];
        int only = onlyCode();
        if (only >= 0) {
            Arrays.fill(codes, only);
            return codes;
        }
        long[] bits = new long[n];
        for (int i = 0; i < n; i++) {
            long place = block.place(rows[i]);
            bits[i] = attempt == 0 ? draws.bits(place) : draws.bits(place, attempt);
        }
        byte[] groups = new byte[features.length * n];
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
        int[] order = byTree(bits, n, starts);
        int[] leaves = new int[n];
        for (int t = 0; t < trees.length; t++) {
            if (features.length > 0) {
                trees[t].walk(groups, n, order, starts[t], starts[t + 1], leaves);
            }
            if (byQuota && attempt == 0) {
                spread(t, draws, block, rows, order, starts[t], starts[t + 1], leaves, codes);
            } else {
                for (int k = starts[t]; k < starts[t + 1]; k++) {
                    codes[order[k]] = trees[t].code(leaves[k], bits[order[k]] >>> Integer.SIZE);
                }
            }
        }
        return codes;
    }

    /**
     * Lets every row draw its tree.
     *
     * @param starts where the rows of each tree begin is put here
     * @return the rows' places among {@code rows}, those of one tree together
     */
    private int[] byTree(long[] bits, int n, int[] starts) {
        int[] order = new int[n];
        if (trees.length == 1) {
            Arrays.setAll(order, i -> i);
            starts[1] = n;
            return order;
        }
        byte[] which = new byte[n];
        for (int i = 0; i < n; i++) {
            which[i] = (byte) ((bits[i] & LOWER_HALF) * trees.length >>> Integer.SIZE);
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

    private void spread(
            int which, Draws draws, Block block, int[] rows, int[] order, int from, int to, int[] leaves, int[] codes) {
        if (from == to) {
            return;
        }
        Trunk trunk = trees[which];
        // Children are drawn position by position; each has points of its own.
        int position = block.hasSiblings() ? block.position[rows[0]] : 0;
        Draws strata = draws.at(block.index).at(position);
        int[] seen = new int[trunk.tree().leaves()];
        for (int k = from; k < to; k++) {
            int leaf = trunk.leaf()[leaves[k]];
            Draws stratum = strata.at(((long) which << 20) + leaf);
            codes[order[k]] = trunk.tree().draw(leaf, Quota.point(stratum, seen[leaf]++));
        }
    }
}
