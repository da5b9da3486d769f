package dev.understudy.learn;

import java.util.Arrays;
import java.util.BitSet;

/** Folds numbers into few steps of about equal weight, each told by the mean of its numbers, so that none is anybody's own. */
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
        int steps = Math.max(1, Math.min(STEPS, n / (2 * k)));
        long[] tops = new long[steps];
        double[] sums = new double[steps];
        int[] counts = new int[steps];
        for (int step = 0; step < steps && n > 0; step++) {
            tops[step] = sorted[(int) ((long) (step + 1) * n / steps) - 1];
        }
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
