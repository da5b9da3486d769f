package dev.understudy.generate;

import dev.understudy.model.Tree;

/**
 * A tree laid out for many rows that walk through it. Immutable.
 *
 * <p>The children of a split follow each other. Per node:
 */
final class Trunk {
    private static final long SPLIT = Long.MIN_VALUE;
    private static final int SLOTS = Integer.MAX_VALUE;

    private final Tree tree;
    /** {@link #SPLIT}, the slot that it looks at, and where its first child stands; of a leaf itself, so that a walk stays there. */
    private final long[] splits;
    /** Which groups go to the second child; none of a leaf. */
    private final long[] masks;
    /** Of a leaf its number, and where its codes begin and how many they are. */
    private final int[] leaves;

    private final long[] entries;
    private final LeafTables tables;

    /** @param slots of the features of its forest */
    Trunk(Tree tree, int[] slots) {
        int nodes = tree.feature().length;
        this.tree = tree;
        this.splits = new long[nodes];
        this.masks = new long[nodes];
        this.leaves = new int[nodes];
        this.entries = new long[nodes];
        this.tables = LeafTables.of(tree);
        lay(slots, 0, 0, 1);
    }

    /** @param at where the node is put @param free the first place that is @return the one after the branch */
    private int lay(int[] slots, int node, int at, int free) {
        if (tree.feature()[node] < 0) {
            int leaf = tree.left()[node];
            int start = tree.starts()[leaf];
            splits[at] = at;
            leaves[at] = leaf;
            entries[at] = (long) start << Integer.SIZE | tree.starts()[leaf + 1] - start;
            return free;
        }
        splits[at] = SPLIT | (long) slots[tree.feature()[node]] << Integer.SIZE | free;
        masks[at] = ~tree.mask()[node];
        int next = lay(slots, tree.left()[node], free, free + 2);
        return lay(slots, tree.right()[node], free + 1, next);
    }

    /** As it was learned. */
    Tree tree() {
        return tree;
    }

    /**
     * Finds the leaves of some rows. Four walk side by side and none turns at a branch of the program, which would be foretold
     * wrongly every other time.
     *
     * @param groups of the feature in slot s for the row at place p at s * n + p
     * @param places of the rows; null for the numbers of the rows themselves
     * @param order  numbers of the rows that walk, from {@code from} to {@code to}
     * @param found  where the node of each one's leaf is put, at the same places as in the order
     */
    void walk(byte[] groups, int n, int[] places, int[] order, int from, int to, int[] found) {
        int k = from;
        for (; k + 3 < to; k += 4) {
            int rowA = places == null ? order[k] : places[order[k]];
            int rowB = places == null ? order[k + 1] : places[order[k + 1]];
            int rowC = places == null ? order[k + 2] : places[order[k + 2]];
            int rowD = places == null ? order[k + 3] : places[order[k + 3]];
            int a = 0;
            int b = 0;
            int c = 0;
            int d = 0;
            long ofA = splits[0];
            long ofB = ofA;
            long ofC = ofA;
            long ofD = ofA;
            while ((ofA | ofB | ofC | ofD) < 0) {
                a = next(a, ofA, groups, n, rowA);
                b = next(b, ofB, groups, n, rowB);
                c = next(c, ofC, groups, n, rowC);
                d = next(d, ofD, groups, n, rowD);
                ofA = splits[a];
                ofB = splits[b];
                ofC = splits[c];
                ofD = splits[d];
            }
            found[k] = a;
            found[k + 1] = b;
            found[k + 2] = c;
            found[k + 3] = d;
        }
        for (; k < to; k++) {
            found[k] = walk(groups, n, places == null ? order[k] : places[order[k]]);
        }
    }

    /** The node of one row's leaf. */
    int walk(byte[] groups, int n, int row) {
        int at = 0;
        for (long split = splits[0]; split < 0; split = splits[at]) {
            at = next(at, split, groups, n, row);
        }
        return at;
    }

    private int next(int at, long split, byte[] groups, int n, int row) {
        int slot = (int) (split >>> Integer.SIZE) & SLOTS;
        return (int) split + ((int) (masks[at] >>> groups[slot * n + row]) & 1);
    }

    /** The number of the leaf at a node. */
    int leaf(int node) {
        return leaves[node];
    }

    /** A code of the leaf at a node. @param bits 32 uniform ones */
    int code(int node, long bits) {
        long of = entries[node];
        return tables.code((int) (of >>> Integer.SIZE), (int) of, bits);
    }
}
