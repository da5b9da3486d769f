package dev.understudy.generate;

import dev.understudy.model.Tree;

/**
 * The distributions in the leaves of a tree as alias tables, from which a code is drawn with one look, however many there are.
 * Immutable.
 *
 * <p>Sources: Walker (1977), An Efficient Method for Generating Discrete Random Variables with General Distributions, ACM TOMS 3;
 * Vose (1991), A Linear Algorithm for Generating Random Numbers with a Given Distribution, IEEE TSE 17.
 */
final class LeafTables {
    private static final int CODE = 0xFFFF;

    /** Per entry: the share of its column that is its own, in 65536ths; its code; the code of the rest. */
    private final long[] entries;

    private LeafTables(long[] entries) {
        this.entries = entries;
    }

    static LeafTables of(Tree tree) {
        long[] entries = new long[tree.codes().length];
        for (int leaf = 0; leaf < tree.leaves(); leaf++) {
            if (tree.starts()[leaf] < tree.starts()[leaf + 1]) {
                lay(tree, tree.starts()[leaf], tree.starts()[leaf + 1], entries);
            }
        }
        return new LeafTables(entries);
    }

    /** Columns that are too full give to those that are not: all are as high as the mean then. */
    private static void lay(Tree tree, int start, int end, long[] entries) {
        int count = end - start;
        long whole = tree.cumulative()[end - 1] & CODE;
        long[] heights = new long[count];
        int[] columns = new int[count];
        int low = 0;
        int high = count;
        long before = 0;
        for (int i = 0; i < count; i++) {
            long upTo = tree.cumulative()[start + i] & CODE;
            heights[i] = (upTo - before) * count;
            before = upTo;
            columns[heights[i] < whole ? low++ : --high] = i;
        }
        // Columns before low wait to be filled up, those from high on have something to give.
        while (low > 0 && high < count) {
            int filled = columns[--low];
            int giver = columns[high];
            entries[start + filled] = entry(tree, start, filled, giver, heights[filled], whole);
            heights[giver] -= whole - heights[filled];
            if (heights[giver] < whole) {
                columns[low++] = giver;
                high++;
            }
        }
        for (; high < count; high++) {
            entries[start + columns[high]] = entry(tree, start, columns[high], columns[high], whole, whole);
        }
    }

    private static long entry(Tree tree, int start, int own, int rest, long height, long whole) {
        long share = whole == 0 ? 1L << Short.SIZE : (height << Short.SIZE) / whole;
        return share << Integer.SIZE
                | (long) (tree.codes()[start + own] & CODE) << Short.SIZE
                | tree.codes()[start + rest] & CODE;
    }

    /** A code of the leaf whose entries are {@code count} from {@code start}. @param bits 32 uniform ones */
    int code(int start, int count, long bits) {
        long at = bits * count;
        long entry = entries[start + (int) (at >>> Integer.SIZE)];
        long share = at >>> Short.SIZE & CODE;
        // 16 if the share is less, else 0: a branch would be foretold wrongly every other time, and wait for the entry.
        int own = (int) (share - (entry >>> Integer.SIZE) >> Long.SIZE - 1) & Short.SIZE;
        return (int) (entry >>> own) & CODE;
    }
}
