package dev.understudy.semantic;

import java.util.ArrayList;
import java.util.List;

/** Histogram of lengths: exact to 255, in steps of 32 beyond, the last bucket open. */
final class Lengths {
    private static final int EXACT = 256;
    private static final int STEP = 32;

    private final long[] counts = new long[2 * EXACT];
    private long total;

    void add(int length) {
        int bucket = length < EXACT ? length : Math.min(2 * EXACT - 1, EXACT + (length - EXACT) / STEP);
        counts[bucket]++;
        total++;
    }

    void addAll(Lengths other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += other.counts[i];
        }
        total += other.total;
    }

    /** Smallest length that at least the share {@code q} of all values does not exceed; 0 if there are none. */
    int quantile(double q) {
        long seen = 0;
        for (int i = 0; i < counts.length; i++) {
            seen += counts[i];
            if (seen > 0 && seen >= q * total) {
                return i < EXACT ? i : EXACT + (i - EXACT) * STEP;
            }
        }
        return 0;
    }

    /**
     * Lengths at nine equal steps from the 5th to the 95th percentile, rounded to two leading binary digits above 16, so
     * that no single long text shows.
     */
    List<Integer> cuts() {
        List<Integer> cuts = new ArrayList<>();
        for (int i = 0; i <= 8; i++) {
            cuts.add(round(Math.max(1, quantile(0.05 + 0.9 * i / 8))));
        }
        return cuts;
    }

    private static int round(int length) {
        if (length <= 16) {
            return length;
        }
        int unit = Integer.highestOneBit(length) / 4;
        return (length + unit / 2) / unit * unit;
    }
}
