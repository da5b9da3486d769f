package dev.understudy.generate;

import dev.understudy.encode.Groups;
import dev.understudy.model.Feature;
import dev.understudy.model.Forest;
import dev.understudy.random.Draws;
import dev.understudy.random.Quota;
import java.util.Arrays;

/**
 * Draws codes from a forest for many rows at once. The rows that draw one tree follow each other, so that a tree stays in the
 * cache.
 *
 * <p>Immutable; serves several threads.
 */
final class ForestDraw {
    private static final int CODE = 0xFFFF;
    private static final long LOWER_HALF = 0xFFFFFFFFL;

    private final Forest forest;
    private final Feature[] features;
    private final Groups[] guided;
    /** Place of the index among the features; -1 for none. */
    private final int index;

    private final IndexGroups indexGroups;
    private final Trunk[] trees;
    private final int onlyCode;
    private final boolean byQuota;

    /** @param byQuota true if the codes of a block's rows are to be evenly spread, leaf by leaf */
    ForestDraw(Forest forest, boolean byQuota) {
        this.forest = forest;
        this.features = forest.features().toArray(Feature[]::new);
        this.guided = forest.guided().toArray(Groups[]::new);
        this.index = forest.features().indexOf(Feature.INDEX);
        this.indexGroups = index < 0 ? null : new IndexGroups(forest.index().get(0));
        this.trees = forest.trees().stream().map(Trunk::new).toArray(Trunk[]::new);
        this.onlyCode = trees.length == 1 && trees[0].tree().codes().length == 1
                ? trees[0].tree().codes()[0] & CODE
                : -1;
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
        return onlyCode;
    }

    /**
     * Codes of the first n rows.
     *
     * @param draws   one draw a row: a half of its bits chooses the tree, the other one the code
     * @param attempt 0 for the first draw of a row
     */
    int[] codes(Draws draws, int attempt, Block block, FeatureView view, int[] rows, int n) {
        int[] codes = new int[n];
        if (onlyCode >= 0) {
            Arrays.fill(codes, onlyCode);
            return codes;
        }
        SameRows same = view.same(rows, n);
        long[] bits = same.bits();
        for (int i = 0; i < n; i++) {
            long place = block.place(rows[i]);
            bits[i] = attempt == 0 ? draws.bits(place) : draws.bits(place, attempt);
        }
        int[] places = places(same, n);
        int[] starts = new int[trees.length + 1];
        byTree(same, n, starts);
        boolean spread = byQuota && attempt == 0;
        for (int t = 0; t < trees.length; t++) {
            walk(t, same, places, starts[t], starts[t + 1]);
            if (spread) {
                spread(t, draws, block, rows, same, starts[t], starts[t + 1], codes);
            } else {
                draw(trees[t], same, starts[t], starts[t + 1], codes);
            }
        }
        return codes;
    }

    /** Where the groups of each feature begin. */
    private int[] places(SameRows same, int n) {
        int[] places = new int[features.length];
        int free = same.look(features, guided, places);
        if (index >= 0) {
            places[index] = free;
            indexGroups.put(same.groups(), places, n, free);
        }
        return places;
    }

    /**
     * Lets every row draw its tree, and puts those of one tree together.
     *
     * @param starts where the rows of each tree begin is put here
     */
    private void byTree(SameRows same, int n, int[] starts) {
        int[] order = same.order();
        if (trees.length == 1) {
            for (int i = 0; i < n; i++) {
                order[i] = i;
            }
            starts[1] = n;
            return;
        }
        long[] bits = same.bits();
        byte[] which = same.trees();
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
    }

    private void walk(int which, SameRows same, int[] places, int from, int to) {
        int[] order = same.order();
        long[] walkers = same.walkers();
        for (int k = from; k < to; k++) {
            walkers[k - from] = (long) order[k] << Integer.SIZE;
        }
        trees[which].walk(same.groups(), places, walkers, to - from, same.leaves());
    }

    private static void draw(Trunk tree, SameRows same, int from, int to, int[] codes) {
        int[] order = same.order();
        int[] leaves = same.leaves();
        long[] bits = same.bits();
        for (int k = from; k < to; k++) {
            int i = order[k];
            codes[i] = tree.code(leaves[i], bits[i] >>> Integer.SIZE);
        }
    }

    private void spread(int which, Draws draws, Block block, int[] rows, SameRows same, int from, int to, int[] codes) {
        if (from == to) {
            return;
        }
        int[] order = same.order();
        int[] leaves = same.leaves();
        Trunk trunk = trees[which];
        // Children are drawn position by position; each has points of its own.
        int position = block.hasSiblings() ? block.position[rows[0]] : 0;
        Draws strata = draws.at(block.index).at(position);
        int[] seen = new int[trunk.tree().leaves()];
        for (int k = from; k < to; k++) {
            int leaf = trunk.leaf(leaves[order[k]]);
            Draws stratum = strata.at(((long) which << 20) + leaf);
            codes[order[k]] = trunk.tree().draw(leaf, Quota.point(stratum, seen[leaf]++));
        }
    }
}
