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
    private final int[] slots;
    /** Place of the index among the features; -1 for none. */
    private final int index;

    private final IndexGroups indexGroups;
    private final Trunk[] trees;
    private final int onlyCode;
    private final Draws draws;
    /** Per tree, if the codes of a block's rows are to be evenly spread, leaf by leaf; else none. */
    private final LeafQuantiles[] quantiles;

    private final DrawCounts counts;

    /**
     * @param slots   of its table
     * @param draws   one draw a row: a half of its bits chooses the tree, the other one the code
     * @param byQuota true if the codes of a block's rows are to be evenly spread, leaf by leaf
     * @param counts  told of all draws
     */
    ForestDraw(Forest forest, FeatureSlots slots, Draws draws, boolean byQuota, DrawCounts counts) {
        this.forest = forest;
        this.features = forest.features().toArray(Feature[]::new);
        this.guided = forest.guided().toArray(Groups[]::new);
        this.slots = slots.of(forest);
        this.index = forest.features().indexOf(Feature.INDEX);
        this.indexGroups = index < 0 ? null : new IndexGroups(forest.index().get(0));
        this.trees =
                forest.trees().stream().map(tree -> new Trunk(tree, this.slots)).toArray(Trunk[]::new);
        this.onlyCode = trees.length == 1 && trees[0].tree().codes().length == 1
                ? trees[0].tree().codes()[0] & CODE
                : -1;
        this.draws = draws;
        this.quantiles = forest.trees().stream()
                .limit(byQuota ? trees.length : 0)
                .map(LeafQuantiles::new)
                .toArray(LeafQuantiles[]::new);
        this.counts = counts;
    }

    boolean isEmpty() {
        return trees.length == 0;
    }

    /** The code that every row gets; -1 if there are several. */
    int onlyCode() {
        return onlyCode;
    }

    /**
     * Codes of some rows.
     *
     * @param attempt 0 for the first draw of a row; others do not count
     */
    int[] codes(Block block, FeatureView view, SomeRows rows, int attempt) {
        int[] codes = new int[rows.n()];
        if (onlyCode >= 0) {
            Arrays.fill(codes, onlyCode);
        } else {
            draw(block, view, rows, attempt, codes);
        }
        if (attempt == 0) {
            counts.add(forest, codes);
        }
        return codes;
    }

    /** Another code of a row. @param attempt from 1 */
    int code(Block block, FeatureView view, int row, int attempt) {
        return codes(block, view, SomeRows.all(new int[] {row}), attempt)[0];
    }

    private void draw(Block block, FeatureView view, SomeRows rows, int attempt, int[] codes) {
        SameRows same = view.same(rows.all());
        look(same);
        long[] bits = same.bits();
        for (int i = 0; i < codes.length; i++) {
            long place = block.place(rows.rows()[i]);
            bits[i] = attempt == 0 ? draws.bits(place) : draws.bits(place, attempt);
        }
        int[] starts = new int[trees.length + 1];
        int[] order = same.order();
        byTree(bits, codes.length, same.trees(), order, starts);
        int[] leaves = same.leaves();
        for (int t = 0; t < trees.length; t++) {
            Trunk tree = trees[t];
            tree.walk(same.groups(), same.count(), rows.places(), order, starts[t], starts[t + 1], leaves);
            if (quantiles.length > 0 && attempt == 0) {
                spread(t, block, rows.rows(), order, starts[t], starts[t + 1], leaves, codes);
            } else {
                for (int k = starts[t]; k < starts[t + 1]; k++) {
                    codes[order[k]] = tree.code(leaves[k], bits[order[k]] >>> Integer.SIZE);
                }
            }
        }
    }

    private void look(SameRows same) {
        for (int f = 0; f < features.length; f++) {
            if (f != index) {
                same.look(features[f], guided[f], slots[f]);
            }
        }
        if (index >= 0) {
            same.look(indexGroups, slots, slots[index]);
        }
    }

    /**
     * Lets every row draw its tree.
     *
     * @param which  room for the tree of each
     * @param order  the rows' numbers are put here, those of one tree together
     * @param starts where the rows of each tree begin is put here
     */
    private void byTree(long[] bits, int n, byte[] which, int[] order, int[] starts) {
        if (trees.length == 1) {
            for (int i = 0; i < n; i++) {
                order[i] = i;
            }
            starts[1] = n;
            return;
        }
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

    private void spread(int which, Block block, int[] rows, int[] order, int from, int to, int[] leaves, int[] codes) {
        if (from == to) {
            return;
        }
        Trunk tree = trees[which];
        // Children are drawn position by position; each has points of its own.
        int position = block.hasSiblings() ? block.position[rows[0]] : 0;
        Draws strata = draws.at(block.index).at(position);
        Quota.Points[] points = new Quota.Points[tree.tree().leaves()];
        for (int k = from; k < to; k++) {
            int leaf = tree.leaf(leaves[k]);
            if (points[leaf] == null) {
                points[leaf] = new Quota.Points(strata.at(((long) which << 20) + leaf));
            }
            codes[order[k]] = quantiles[which].code(leaf, points[leaf].next());
        }
    }
}
