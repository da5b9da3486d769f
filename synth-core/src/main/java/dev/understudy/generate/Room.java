package dev.understudy.generate;

import dev.understudy.encode.NumberCodec;
import dev.understudy.model.Bound;
import dev.understudy.model.CascadeColumn;
import java.util.Arrays;

/**
 * Where the numbers of some rows may lie, by place: within what bounds them, and low enough for the siblings that are yet to come.
 * A manager of eight seasons does not begin in the year before the last. What lies outside is drawn again; cut off, rows would
 * crowd at the bounds.
 *
 * @param lows     lowest numbers
 * @param highs    highest numbers, not below the lowest ones
 * @param isNarrow true if the bounds of some row leave it no room; it may then lie anywhere
 */
record Room(long[] lows, long[] highs, boolean isNarrow) {

    /** True if rows have room of their own in a column. */
    static boolean isLimited(CascadeColumn column) {
        return column.spacing() > 0 || !column.bounds().isEmpty();
    }

    /**
     * @param low  of any row
     * @param high of any row
     * @param from numbers from which siblings go on, by place; null if they do not. Where the room is too little for all, none is
     *             kept free for those to come
     */
    static Room of(
            CascadeColumn column, long low, long high, Block block, FeatureView view, int[] rows, int n, long[] from) {
        long[] lows = new long[n];
        long[] highs = new long[n];
        Arrays.fill(lows, low);
        Arrays.fill(highs, high);
        long lattice = ((NumberCodec) column.codec()).lattice();
        for (Bound bound : column.bounds()) {
            long step = bound.strict() ? lattice : 0;
            BaseNumbers limits = BaseNumbers.of(bound.base(), bound.conversion(), view, rows, n);
            for (int i = 0; i < n; i++) {
                if (limits.isThere(i) && bound.atLeast()) {
                    lows[i] = Math.max(lows[i], limits.number(i) + step);
                } else if (limits.isThere(i)) {
                    highs[i] = Math.min(highs[i], limits.number(i) - step);
                }
            }
        }
        boolean narrow = false;
        for (int i = 0; i < n; i++) {
            int left = block.hasSiblings() ? block.siblings[rows[i]] - 1 - block.position[rows[i]] : 0;
            long kept = column.spacing() * Math.max(0, left);
            boolean fits = from == null || from[i] + column.spacing() <= highs[i] - kept;
            highs[i] -= fits && highs[i] > Long.MIN_VALUE + kept ? kept : 0;
            if (highs[i] < lows[i]) {
                narrow = true;
                lows[i] = low;
                highs[i] = high;
            }
        }
        return new Room(lows, highs, narrow);
    }
}
