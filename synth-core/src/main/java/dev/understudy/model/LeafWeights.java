package dev.understudy.model;

import java.util.Arrays;

/** The same forest with leaves that draw some codes more often than they did, and others less. */
public final class LeafWeights {
    /** Leaves are written in these units; an entry that comes below one is lost. */
    private static final int UNITS = 32_768;

    private final double[] weights;

    private LeafWeights(double[] weights) {
        this.weights = weights;
    }

    /** @param weights by code, not negative; in each leaf the share of a code is multiplied by its weight */
    public static Forest of(Forest forest, double[] weights) {
        LeafWeights weighted = new LeafWeights(weights);
        return forest.with(forest.trees().stream().map(weighted::of).toList());
    }

    private Tree of(Tree tree) {
        int entries = tree.codes().length;
        int[] starts = new int[tree.starts().length];
        short[] codes = new short[entries];
        short[] cumulative = new short[entries];
        int at = 0;
        for (int leaf = 0; leaf < tree.leaves(); leaf++) {
            starts[leaf] = at;
            at = leaf(tree, leaf, codes, cumulative, at);
        }
        starts[tree.leaves()] = at;
        return tree.withLeaves(starts, Arrays.copyOf(codes, at), Arrays.copyOf(cumulative, at));
    }

    private int leaf(Tree tree, int leaf, short[] codes, short[] cumulative, int first) {
        int from = tree.starts()[leaf];
        int to = tree.starts()[leaf + 1];
        double sum = 0;
        for (int entry = from; entry < to; entry++) {
            sum += share(tree, from, entry);
        }
        int at = first;
        int before = 0;
        double upTo = 0;
        for (int entry = from; entry < to; entry++) {
            upTo += share(tree, from, entry);
            int units = (int) Math.round(upTo / sum * UNITS);
            if (units > before) {
                codes[at] = tree.codes()[entry];
                cumulative[at++] = (short) units;
                before = units;
            }
        }
        return at;
    }

    private double share(Tree tree, int from, int entry) {
        int upTo = tree.cumulative()[entry] & 0xFFFF;
        int before = entry == from ? 0 : tree.cumulative()[entry - 1] & 0xFFFF;
        return weights[tree.codes()[entry] & 0xFFFF] * (upTo - before);
    }
}
