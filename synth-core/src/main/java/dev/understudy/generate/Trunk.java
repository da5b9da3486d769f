package dev.understudy.generate;

import dev.understudy.model.Tree;

/**
 * A tree laid out for many rows that walk through it side by side. Immutable.
 *
 * <p>Two longs a node; the children of a split follow each other. Of a split: which groups go to the second child; {@link #SPLIT}, the
 * feature and where the first child stands. Of a leaf: where its entries begin, and how many they are; its number.
 */
final class Trunk {
    private static final int SPLIT_BIT = 62;
    private static final long SPLIT = 1L << SPLIT_BIT;
    private static final int FEATURES = 0xFFFF;
    private static final long UPPER_HALF = -1L << Integer.SIZE;

    private final Tree tree;
    private final long[] nodes;
    private final LeafTables tables;

    Trunk(Tree tree) {
        this.tree = tree;
        this.nodes = new long[2 * tree.feature().length];
        this.tables = LeafTables.of(tree);
        lay(0, 0, 2);
    }

    /** @param at where the node is put @param free the first place that is @return the one after the branch */
    private int lay(int node, int at, int free) {
        if (tree.feature()[node] < 0) {
            int leaf = tree.left()[node];
            int start = tree.starts()[leaf];
            nodes[at] = (long) start << Integer.SIZE | tree.starts()[leaf + 1] - start;
            nodes[at + 1] = leaf;
            return free;
        }
        nodes[at] = ~tree.mask()[node];
        nodes[at + 1] = SPLIT | (long) tree.feature()[node] << Integer.SIZE | free;
        int next = lay(tree.left()[node], free, free + 4);
        return lay(tree.right()[node], free + 2, next);
    }

    /** As it was learned. */
    Tree tree() {
        return tree;
    }

    /**
     * Finds the leaves of some rows, one level of the tree after the other. No step waits for the one before, and none turns at a
     * branch of the program, which would be foretold wrongly every other time.
     *
     * @param groups  of all features
     * @param places  per feature, where its groups begin
     * @param walkers in the upper half which row, the lower one 0; changed
     * @param many    how many of them
     * @param leaves  by row, where the node of its leaf is put
     */
    void walk(byte[] groups, int[] places, long[] walkers, int many, int[] leaves) {
        if (nodes[1] < SPLIT) {
            for (int k = 0; k < many; k++) {
                leaves[(int) (walkers[k] >>> Integer.SIZE)] = 0;
            }
            return;
        }
        for (int left = many; left > 0; ) {
            int still = 0;
            for (int k = 0; k < left; k++) {
                long walker = walkers[k];
                int row = (int) (walker >>> Integer.SIZE);
                int node = (int) walker;
                long split = nodes[node + 1];
                byte group = groups[places[(int) (split >>> Integer.SIZE) & FEATURES] + row];
                int next = (int) split + 2 * ((int) (nodes[node] >>> group) & 1);
                leaves[row] = next;
                walkers[still] = walker & UPPER_HALF | next;
                still += (int) (nodes[next + 1] >>> SPLIT_BIT);
            }
            left = still;
        }
    }

    /** The number of the leaf at a node. */
    int leaf(int node) {
        return (int) nodes[node + 1];
    }

    /** A code of the leaf at a node. @param bits 32 uniform ones */
    int code(int node, long bits) {
        long entries = nodes[node];
        return tables.code((int) (entries >>> Integer.SIZE), (int) entries, bits);
    }
}
