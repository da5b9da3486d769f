package dev.understudy.generate;

import dev.understudy.model.Tree;

/**
 * Finds the code at a quantile of a leaf of a tree from a guide, in a step or two. Immutable.
 *
 * <p>Source: Chen and Asau (1974), On Generating Random Variates from an Empirical Distribution, AIIE Transactions 6.
 */
final class LeafQuantiles {
    private static final int SHARE = 0xFFFF;

    private final Tree tree;
    /** Per entry of a leaf, as many even ranges of its whole: the first entry that reaches into it. */
    private final int[] guide;

    LeafQuantiles(Tree tree) {
        this.tree = tree;
        this.guide = new int[tree.codes().length];
        for (int leaf = 0; leaf < tree.leaves(); leaf++) {
            int from = tree.starts()[leaf];
            int count = tree.starts()[leaf + 1] - from;
            int entry = from;
            for (int range = 0; range < count; range++) {
                // One less, since the range of a quantile may be rounded up.
                long goal = (long) range * whole(leaf) / count - 1;
                while (entry < from + count - 1 && upTo(entry) <= goal) {
                    entry++;
                }
                guide[from + range] = entry;
            }
        }
    }

    private int whole(int leaf) {
        return upTo(tree.starts()[leaf + 1] - 1);
    }

    private int upTo(int entry) {
        return tree.cumulative()[entry] & SHARE;
    }

    /** @param u in [0, 1) */
    int code(int leaf, double u) {
        int from = tree.starts()[leaf];
        int last = tree.starts()[leaf + 1] - 1;
        int goal = (int) (u * upTo(last));
        int entry = guide[from + (int) (u * (last - from + 1))];
        while (entry < last && upTo(entry) <= goal) {
            entry++;
        }
        return tree.codes()[entry] & SHARE;
    }
}
