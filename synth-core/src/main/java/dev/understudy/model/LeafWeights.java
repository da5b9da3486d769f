package dev.understudy.model;

import java.util.Arrays;
import java.util.BitSet;

/** The same forest with leaves that draw some codes more often than they did, and others less. */
public final class LeafWeights {
    /** Leaves are written in these units; an entry that comes below one is lost. */
    private static final int UNITS = 32_768;

    private final double[] weights;
    private final BitSet fixed;

    private LeafWeights(double[] weights, BitSet fixed) {
        this.weights = weights;
        this.fixed = fixed;
    }

    /** @param weights by code, not negative; in each leaf the share of a code is multiplied by its weight */
    public static Forest of(Forest forest, double[] weights) {
        return of(forest, weights, new BitSet());
    }

    /** The same. @param fixed codes whose share of a leaf stays what it is; the others share the rest */
    public static Forest of(Forest forest, double[] weights, BitSet fixed) {
        LeafWeights weighted = new LeafWeights(weights, fixed);
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
        double fixedSum = 0;
        double free = 0;
        double weighted = 0;
        for (int entry = from; entry < to; entry++) {
            boolean isFixed = fixed.get(tree.codes()[entry] & 0xFFFF);
            fixedSum += isFixed ? units(tree, from, entry) : 0;
            free += isFixed ? 0 : units(tree, from, entry);
            weighted += isFixed ? 0 : weight(tree, entry) * units(tree, from, entry);
        }
        // Where none is fixed, all of the leaf is shared out; where all that is free weighs nothing, the others have
        // it.
        double scale = fixedSum == 0 || weighted == 0 ? 1 : free / weighted;
        double sum = fixedSum + scale * weighted;
        int at = first;
        int before = 0;
        double upTo = 0;
        for (int entry = from; entry < to; entry++) {
            boolean isFixed = fixed.get(tree.codes()[entry] & 0xFFFF);
            upTo += (isFixed ? 1 : scale * weight(tree, entry)) * units(tree, from, entry);
            int share = (int) Math.round(upTo / sum * UNITS);
            if (share > before) {
                codes[at] = tree.codes()[entry];
                cumulative[at++] = (short) share;
                before = share;
            }
        }
        return at;
    }

    private double weight(Tree tree, int entry) {
        return weights[tree.codes()[entry] & 0xFFFF];
    }

    private static int units(Tree tree, int from, int entry) {
        int upTo = tree.cumulative()[entry] & 0xFFFF;
        int before = entry == from ? 0 : tree.cumulative()[entry - 1] & 0xFFFF;
        return upTo - before;
    }
}
