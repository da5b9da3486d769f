package dev.understudy.generate;

import dev.understudy.encode.Groups;
import dev.understudy.model.Feature;
import java.util.Arrays;

/**
 * Rows for which one column after the other is drawn: the groups of features at them, each looked up once, and arrays to work in,
 * which stay in the processor's cache from one column to the next. For one thread.
 */
final class SameRows {
    /** Slots for which there is room from the beginning. */
    private static final int FEW = 16;

    private final FeatureView view;
    private int[] rows = new int[0];
    private int n;
    /** Groups of the feature in slot s from s * n on. */
    private byte[] groups = new byte[0];

    private boolean[] known = new boolean[0];
    private long[] bits = new long[0];
    private int[] leaves = new int[0];
    private int[] order = new int[0];
    private byte[] trees = new byte[0];

    SameRows(FeatureView view) {
        this.view = view;
    }

    /** Goes on with other rows, of which nothing is known. */
    void begin(int[] others) {
        rows = others;
        n = others.length;
        Arrays.fill(known, false);
        if (bits.length < n) {
            bits = new long[n];
            leaves = new int[n];
            order = new int[n];
            trees = new byte[n];
        }
    }

    /** True if these are the rows. */
    boolean are(int[] others) {
        return rows == others;
    }

    /** Looks a feature up, unless it was. @param guided the groups in which to see its codes, or {@link Groups#COMMON} */
    void look(Feature feature, Groups guided, int slot) {
        if (begins(slot)) {
            view.look(feature, guided, rows, n, groups, slot * n);
        }
    }

    /** The same for an index of features that were. @param slots of all features of its forest */
    void look(IndexGroups index, int[] slots, int slot) {
        if (begins(slot)) {
            index.put(groups, slots, n, slot);
        }
    }

    /** @return true if it is not known */
    private boolean begins(int slot) {
        if (slot >= known.length) {
            known = Arrays.copyOf(known, Math.max(Math.max(slot + 1, FEW), 2 * known.length));
        }
        int end = Math.multiplyExact(slot + 1, n);
        if (end > groups.length) {
            // Of many rows twice as much would be a lot.
            groups = Arrays.copyOf(groups, Math.max(Math.max(end, FEW * n), groups.length + (groups.length >> 1)));
        }
        boolean first = !known[slot];
        known[slot] = true;
        return first;
    }

    /** How many rows there are, and so the distance between the groups of two slots. */
    int count() {
        return n;
    }

    /** The groups of all features. */
    byte[] groups() {
        return groups;
    }

    /** Room for a random number for each of some of the rows. */
    long[] bits() {
        return bits;
    }

    /** Room for the leaf of each. */
    int[] leaves() {
        return leaves;
    }

    /** Room for their numbers, in another order. */
    int[] order() {
        return order;
    }

    /** Room for the tree of each. */
    byte[] trees() {
        return trees;
    }
}
