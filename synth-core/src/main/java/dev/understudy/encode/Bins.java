package dev.understudy.encode;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts the values of a column that are no spikes into bins, each of which k families share.
 *
 * <p>What stands before a gap does not share a bin with what stands behind it. Where many rows stand on spikes between two values,
 * these have as little to do with each other: one family with 70 children does not make a bin with those of 4 to 8. Values that too
 * few share to be a bin by themselves are then left to the nearest cell.
 */
final class Bins {
    private static final int MOST = 256;
    private static final int FEWEST_ROWS = 20;
    private static final double GAP_SHARE = 0.05;

    private final SortedNumbers numbers;
    private final List<Bin> bins = new ArrayList<>();
    private final FamilyCount families;
    private final int goal;
    /** Where the bin begins that is open; -1 if none is. */
    private int from = -1;

    private int rows;
    /** Whether spikes stand between the open bin and the one before. */
    private boolean alone;

    /** Ranks from..to (inclusive) that are not spikes, and the number of their rows. */
    record Bin(int from, int to, int rows) {
        Bin until(Bin last) {
            return new Bin(from, last.to, rows + last.rows);
        }
    }

    private Bins(SortedNumbers numbers, int goal, int k) {
        this.numbers = numbers;
        this.goal = goal;
        this.families = new FamilyCount(k);
    }

    /** @param spike by rank @param n rows of all */
    static List<Bin> of(SortedNumbers numbers, boolean[] spike, int n, int k) {
        long rest = 0;
        for (int i = 0; i < spike.length; i++) {
            rest += spike[i] ? 0 : numbers.count(i);
        }
        int goal = (int) Math.max(Math.max(k, FEWEST_ROWS), rest / MOST);
        return new Bins(numbers, goal, k).cut(spike, gap(numbers, n));
    }

    private List<Bin> cut(boolean[] spike, double gap) {
        int before = -1;
        long onSpikes = 0;
        for (int i = 0; i < spike.length; i++) {
            if (spike[i]) {
                onSpikes += numbers.count(i);
                continue;
            }
            boolean apart = before >= 0 && onSpikes >= goal;
            boolean afterGap = before >= 0 && (double) numbers.distinct[i] - numbers.distinct[before] > gap;
            if (from >= 0 && (apart || afterGap && mayEnd())) {
                end(i - 1);
            }
            add(i, apart);
            before = i;
            onSpikes = 0;
        }
        finish(before);
        return bins;
    }

    private void add(int rank, boolean apart) {
        if (from < 0) {
            from = rank;
            alone = apart;
        }
        rows += numbers.count(rank);
        numbers.addFamilies(rank, families);
        if (rows >= goal && families.full()) {
            close(new Bin(from, rank, rows));
        }
    }

    /** Whether enough share the open bin, or the one before, which it may join. */
    private boolean mayEnd() {
        return families.full() || !bins.isEmpty() && !alone;
    }

    /** Ends the open bin before a gap: by itself, with the one before, or not at all. */
    private void end(int to) {
        Bin open = new Bin(from, to, rows);
        if (families.full()) {
            close(open);
        } else if (mayEnd()) {
            close(join(open));
        } else {
            clear();
        }
    }

    /** The last bin joins the one before, unless it stands alone. @param to the last value that is no spike */
    private void finish(int to) {
        if (from >= 0 && !alone && !bins.isEmpty()) {
            close(join(new Bin(from, to, rows)));
        } else if (from >= 0 && alone && families.full()) {
            close(new Bin(from, to, rows));
        }
    }

    private Bin join(Bin open) {
        return bins.remove(bins.size() - 1).until(open);
    }

    private void close(Bin bin) {
        bins.add(bin);
        clear();
    }

    private void clear() {
        from = -1;
        rows = 0;
        families.clear();
    }

    /** A distance that separates two groups of values: a twentieth of where nine tenths of the rows lie. */
    private static double gap(SortedNumbers numbers, int n) {
        int seen = 0;
        double low = Double.NaN;
        for (int i = 0; i < numbers.distinct.length; i++) {
            seen += numbers.count(i);
            if (Double.isNaN(low) && seen >= 0.05 * n) {
                low = numbers.distinct[i];
            }
            if (seen >= 0.95 * n) {
                return Math.max(1, (numbers.distinct[i] - low) * GAP_SHARE);
            }
        }
        return Double.MAX_VALUE;
    }
}
