package dev.understudy.learn;

import dev.understudy.encode.NumberCodec;
import java.util.Arrays;

/** How far apart siblings lie at least, where hardly any stand at the same place: seasons of a manager, terms of a contract. */
final class SiblingSpacing {
    private static final int FEWEST = 200;
    /** Share of siblings that may lie closer. */
    private static final double CLOSER = 0.05;
    /** The same where the parent says when the last of them comes: then room is kept where there is any. */
    private static final double CLOSER_BEFORE_END = 0.2;

    /** Where siblings lie mostly much further apart, the least distance says nothing of the room that they need. */
    private static final double PART_OF_MEAN = 0.25;

    private SiblingSpacing() {}

    /**
     * The distance, in the column's unit, rounded down to two leading binary digits; 0 if there is none, or too few siblings tell.
     *
     * @param ends whether the parent says when the last of them comes
     * @param rows to look at
     */
    static long of(EncodedColumn column, TableSample sample, boolean ends, int[] rows) {
        if (!column.isSubtractable() || !(column.codec() instanceof NumberCodec codec)) {
            return 0;
        }
        long[] distances = new long[rows.length];
        int n = 0;
        for (int row : rows) {
            boolean second = sample.position()[row] > 0;
            if (second && !column.missing().get(row) && !column.missing().get(row - 1)) {
                distances[n++] = column.values()[row] - column.values()[row - 1];
            }
        }
        if (n < FEWEST) {
            return 0;
        }
        Arrays.sort(distances, 0, n);
        long least = distances[(int) ((ends ? CLOSER_BEFORE_END : CLOSER) * n)];
        double mean = Arrays.stream(distances, 0, n).average().orElse(0);
        if (least < codec.lattice() || least <= 0 || least < PART_OF_MEAN * mean) {
            return 0;
        }
        long unit = Math.max(1, Long.highestOneBit(least) / 2);
        return least / unit * unit;
    }
}
