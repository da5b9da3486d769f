package dev.understudy.learn;

import java.util.Arrays;
import java.util.OptionalLong;

/**
 * Finds numbers that are ranks: in each family they are 1, 2, 3 … as far as its rows have any, in an order that is not that
 * of the siblings. Cost: one pass, which ends at the first family where it is not so.
 */
final class RankFinder {
    private static final int FEWEST_FAMILIES = 20;
    /** A single row, or two, are ranks by chance. */
    private static final int FEWEST_SIBLINGS = 3;

    private RankFinder() {}

    /** @return the first rank; empty if the numbers are no ranks */
    static OptionalLong first(TableSample sample, NumberSample numbers) {
        long[] values = numbers.values();
        long first = Long.MAX_VALUE;
        for (int row = 0; row < values.length; row++) {
            first = numbers.missing().get(row) ? first : Math.min(first, values[row]);
        }
        int families = 0;
        boolean inOrder = true;
        for (int from = 0, to; from < values.length; from = to) {
            to = from + 1;
            while (to < values.length && sample.position()[to] > 0) {
                to++;
            }
            long[] ranks = present(numbers, from, to);
            long[] sorted = ranks.clone();
            Arrays.sort(sorted);
            if (sample.owner()[from] >= 0 && !isRun(sorted, first)) {
                return OptionalLong.empty();
            }
            families += ranks.length >= FEWEST_SIBLINGS ? 1 : 0;
            inOrder &= Arrays.equals(ranks, sorted);
        }
        return families < FEWEST_FAMILIES || inOrder ? OptionalLong.empty() : OptionalLong.of(first);
    }

    private static long[] present(NumberSample numbers, int from, int to) {
        long[] present = new long[to - from];
        int n = 0;
        for (int row = from; row < to; row++) {
            if (!numbers.missing().get(row)) {
                present[n++] = numbers.values()[row];
            }
        }
        return Arrays.copyOf(present, n);
    }

    private static boolean isRun(long[] sorted, long first) {
        for (int i = 0; i < sorted.length; i++) {
            if (sorted[i] != first + i) {
                return false;
            }
        }
        return true;
    }
}
