package dev.understudy.learn;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Folds numbers into few steps, each told by the mean of its numbers, so that none is anybody's own. A number that very many
 * share is a step by itself; the others are cut into steps of about equal weight.
 */
final class QuantileMeans {
    private static final int STEPS = 32;

    private QuantileMeans() {}

    /** @return for each row the mean of its step; unspecified where missing. @param k fewest rows of half a step */
    static long[] of(long[] values, BitSet missing, int k) {
        long[] sorted = new long[values.length];
        int n = 0;
        for (int row = 0; row < values.length; row++) {
            if (!missing.get(row)) {
                sorted[n++] = values[row];
            }
        }
        Arrays.sort(sorted, 0, n);
        long[] tops = tops(sorted, n, k);
        double[] sums = new double[tops.length];
        int[] counts = new int[tops.length];
        for (int i = 0; i < n; i++) {
            int step = step(tops, sorted[i]);
            sums[step] += sorted[i];
            counts[step]++;
        }
        long[] means = new long[values.length];
        for (int row = 0; row < values.length; row++) {
            int step = missing.get(row) ? -1 : step(tops, values[row]);
            means[row] = step < 0 ? 0 : Math.round(sums[step] / counts[step]);
        }
        return means;
    }

    /** The highest number of each step. */
    private static long[] tops(long[] sorted, int n, int k) {
        int fewest = 2 * k;
        int many = Math.max(fewest, n / STEPS);
        int shared = 0;
        for (int from = 0, to; from < n; from = to) {
            to = end(sorted, from, n);
            shared += to - from >= many ? to - from : 0;
        }
        int size = Math.max(fewest, (n - shared) / STEPS);
        long[] tops = new long[n];
        int steps = 0;
        int open = 0;
        for (int from = 0, to; from < n; from = to) {
            to = end(sorted, from, n);
            boolean alone = to - from >= many;
            if (alone && open > 0) {
                steps = close(tops, steps, sorted[from - 1], open < fewest);
                open = 0;
            }
            open += to - from;
            if (alone || open >= size) {
                tops[steps++] = sorted[to - 1];
                open = 0;
            }
        }
        if (n > 0 && open > 0) {
            steps = close(tops, steps, sorted[n - 1], open < fewest);
        }
        return Arrays.copyOf(tops, steps);
    }

    /** Ends a step, or, if few are in it, lets the step before reach as far. */
    private static int close(long[] tops, int steps, long top, boolean few) {
        int at = few && steps > 0 ? steps - 1 : steps;
        tops[at] = top;
        return at + 1;
    }

    private static int end(long[] sorted, int from, int n) {
        int to = from;
        while (to < n && sorted[to] == sorted[from]) {
            to++;
        }
        return to;
    }

    /** The first step whose top is not below the value. */
    private static int step(long[] tops, long value) {
        int low = 0;
        int high = tops.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tops[middle] >= value) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
