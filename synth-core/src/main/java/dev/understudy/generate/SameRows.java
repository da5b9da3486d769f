package dev.understudy.generate;

import dev.understudy.encode.Groups;
import dev.understudy.model.Feature;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Rows for which one column after the other is drawn: the groups of features at them, each looked up once, and arrays to work in,
 * which stay in the processor's cache from one column to the next. For one thread.
 */
final class SameRows {
    private final FeatureView view;
    private final Map<Feature, Integer> known = new HashMap<>();
    private int[] rows = new int[0];
    private int n;
    private byte[] groups = new byte[0];
    /** End of the groups that are kept. */
    private int kept;

    private long[] bits = new long[0];
    private long[] walkers = new long[0];
    private int[] leaves = new int[0];
    private int[] order = new int[0];
    private byte[] trees = new byte[0];

    SameRows(FeatureView view) {
        this.view = view;
    }

    /** Goes on with other rows, of which nothing is known. @param rows the first n are used */
    void begin(int[] rows, int n) {
        this.rows = rows;
        this.n = n;
        known.clear();
        kept = 0;
        if (bits.length < n) {
            bits = new long[n];
            walkers = new long[n];
            leaves = new int[n];
            order = new int[n];
            trees = new byte[n];
        }
    }

    /** True if these are the first n of some rows. */
    boolean are(int[] others, int count) {
        return rows == others && n == count;
    }

    /**
     * Looks features up, but for an index, which is made of others.
     *
     * @param guided   per feature, the groups in which to see its codes, or {@link Groups#COMMON}
     * @param places   where the groups of each begin among {@link #groups} is put here
     * @return the place of as many groups that may be written, and that are forgotten with the next call
     */
    int look(Feature[] features, Groups[] guided, int[] places) {
        for (int f = 0; f < features.length; f++) {
            if (guided[f].isCommon() && !features[f].equals(Feature.INDEX)) {
                Integer place = known.get(features[f]);
                places[f] = place == null ? keep(features[f]) : place;
            }
        }
        int next = kept;
        for (int f = 0; f < features.length; f++) {
            if (!guided[f].isCommon()) {
                places[f] = room(next);
                view.look(features[f], guided[f], rows, n, groups, next);
                next += n;
            }
        }
        return room(next);
    }

    private int keep(Feature feature) {
        int place = room(kept);
        view.look(feature, Groups.COMMON, rows, n, groups, place);
        known.put(feature, place);
        kept += n;
        return place;
    }

    private int room(int place) {
        if (groups.length - place < n) {
            groups = Arrays.copyOf(groups, Math.max(place + n, 2 * groups.length));
        }
        return place;
    }

    /** The groups of all features, wherever they begin. */
    byte[] groups() {
        return groups;
    }

    /** One random number a row; whatever was left there. */
    long[] bits() {
        return bits;
    }

    /** One number for each row that walks through a tree. */
    long[] walkers() {
        return walkers;
    }

    /** Where each row's walk ends. */
    int[] leaves() {
        return leaves;
    }

    /** The rows in another order. */
    int[] order() {
        return order;
    }

    /** The tree of each row. */
    byte[] trees() {
        return trees;
    }
}
