package dev.understudy.learn;

import java.util.Arrays;

/** Folds codes into few classes, as seen from one node: neighbours of equal weight, or the most frequent and a rest. */
final class ClassMap {
    private ClassMap() {}

    /**
     * @param counts  occurrences of each code here
     * @param total   their sum
     * @param ordered whether codes 1.. may only be folded with neighbours; null (code 0) always stands alone
     * @param classes most classes, at most 127
     * @return class of each code
     */
    static byte[] of(int[] counts, int total, boolean ordered, int classes) {
        byte[] of = new byte[counts.length];
        int present = 0;
        for (int count : counts) {
            present += count > 0 ? 1 : 0;
        }
        if (present <= classes) {
            int next = 0;
            for (int code = 0; code < counts.length; code++) {
                of[code] = (byte) (counts[code] > 0 ? next++ : 0);
            }
            return of;
        }
        if (ordered) {
            neighbours(counts, total - counts[0], classes, of);
        } else {
            leaders(counts, classes, of);
        }
        return of;
    }

    private static void neighbours(int[] counts, int rest, int classes, byte[] of) {
        long before = 0;
        for (int code = 1; code < counts.length; code++) {
            long middle = before + counts[code] / 2;
            of[code] = (byte) (1 + Math.min(classes - 2, middle * (classes - 1) / Math.max(1, rest)));
            before += counts[code];
        }
    }

    private static void leaders(int[] counts, int classes, byte[] of) {
        long[] byCount = new long[counts.length];
        int n = 0;
        for (int code = 1; code < counts.length; code++) {
            if (counts[code] > 0) {
                byCount[n++] = (long) counts[code] << 32 | code;
            }
        }
        Arrays.sort(byCount, 0, n);
        for (int i = 0; i < n; i++) {
            int code = (int) byCount[n - 1 - i];
            of[code] = (byte) Math.min(i + 1, classes - 1);
        }
    }
}
