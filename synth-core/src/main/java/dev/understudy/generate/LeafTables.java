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
    private static final long REST = 0xFFFFFFFFL;
    /** Bits of a code in an entry of 32, at least and at most; with more, shares would be too coarse. */
    private static final int FEWEST_BITS = 8;

    private static final int MOST_BITS = 10;

    /** Per entry the share of its column that is its own, its code and the code of the rest, the latter ones of so many bits each. */
    private final int[] entries;

    private final int bits;
    /** The same for codes of more bits; shares in 65536ths. Twice as many bytes are found half as often in the processor's cache. */
    private final long[] largeEntries;

    private LeafTables(int[] entries, int bits, long[] largeEntries) {
        this.entries = entries;
        this.bits = bits;
        this.largeEntries = largeEntries;
    }

    static LeafTables of(Tree tree) {
        long[] large = new long[tree.codes().length];
        for (int leaf = 0; leaf < tree.leaves(); leaf++) {
            if (tree.starts()[leaf] < tree.starts()[leaf + 1]) {
                lay(tree, tree.starts()[leaf], tree.starts()[leaf + 1], large);
            }
        }
        int highest = 0;
        for (short code : tree.codes()) {
            highest = Math.max(highest, code & CODE);
        }
        int bits = Math.max(FEWEST_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(highest));
        return bits > MOST_BITS
                ? new LeafTables(new int[0], 0, large)
                : new LeafTables(small(large, bits), bits, new long[0]);
    }

    /** Shares are rounded to as many bits as the codes leave. */
    private static int[] small(long[] large, int bits) {
        int[] small = new int[large.length];
        int less = Short.SIZE - (Integer.SIZE - 2 * bits);
        long most = (1L << Short.SIZE - less) - 1;
        for (int i = 0; i < small.length; i++) {
            long share = Math.min(most, (large[i] >>> Integer.SIZE) + (1L << less >> 1) >>> less);
            long own = large[i] >>> Short.SIZE & CODE;
            small[i] = (int) (share << 2 * bits | own << bits | large[i] & CODE);
        }
        return small;
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

    /** A code of the leaf whose entries are {@code count} from {@code start}. @param random 32 uniform bits */
    int code(int start, int count, long random) {
        long at = random * count;
        int place = start + (int) (at >>> Integer.SIZE);
        if (bits == 0) {
            return ofLarge(largeEntries[place], at);
        }
        int entry = entries[place];
        int share = (int) ((at & REST) >>> 2 * bits);
        // As many bits as a code has if the share is less, else 0: a branch would be foretold wrongly every other time,
        // and wait
        // for the entry.
        int own = share - (entry >>> 2 * bits) >> Integer.SIZE - 1 & bits;
        return entry >>> own & (1 << bits) - 1;
    }

    private static int ofLarge(long entry, long at) {
        long share = at >>> Short.SIZE & CODE;
        int own = (int) (share - (entry >>> Integer.SIZE) >> Long.SIZE - 1) & Short.SIZE;
        return (int) (entry >>> own) & CODE;
    }
}
