package dev.understudy.encode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Fits a {@link NumberCodec} to the numbers of a column, so that nothing in it is shared by fewer than k families:
 * spikes and bins have k families each, the outer bounds are the k-th extremum rounded outward, and bin edges lie on
 * round numbers, not on raw values.
 */
public final class NumberCodecs {
    /** Most spikes and most bins of a column; together a column stays below 640 codes. */
    static final int MAX_SPIKES = 380;

    static final int MAX_BINS = 256;
    private static final double SPIKE_SHARE = 0.005;
    private static final double GAP_SHARE = 0.05;

    private NumberCodecs() {}

    /**
     * @param values   numbers without the missing ones
     * @param families family of each number
     * @param n        how many of both are used
     * @param k        families that must share whatever is kept
     * @param time     true for dates and times, whose grids are minutes and days rather than tens
     * @param decimals see {@link NumberCodec#decimals()}
     * @return a codec; without any cell if fewer than k families have a number
     */
    public static NumberCodec fit(long[] values, long[] families, int n, int k, boolean time, int decimals) {
        SortedNumbers numbers = new SortedNumbers(values, families, n);
        int lowest = n == 0 ? -1 : numbers.extremum(k, true);
        if (lowest < 0) {
            return withoutCells(decimals);
        }
        Lattice lattice = Lattice.of(numbers, time);
        boolean[] spike = spikes(numbers, n, k);
        List<Bin> bins = bins(numbers, spike, n, k);
        return assemble(numbers, spike, bins, lattice, decimals, k);
    }

    /** Of a column of which nothing may be kept. */
    private static NumberCodec withoutCells(int decimals) {
        return new NumberCodec(decimals, 1, 0, new long[0], new long[0], Long.MIN_VALUE, Long.MAX_VALUE);
    }

    /** Whether each distinct value is a spike. If all values have k families, all are. */
    private static boolean[] spikes(SortedNumbers numbers, int n, int k) {
        int distinct = numbers.distinct.length;
        boolean[] shared = new boolean[distinct];
        List<Integer> candidates = new ArrayList<>();
        FamilyCount families = new FamilyCount(k);
        for (int i = 0; i < distinct; i++) {
            if (numbers.count(i) < k) {
                continue;
            }
            families.clear();
            numbers.addFamilies(i, families);
            if (families.full()) {
                candidates.add(i);
            }
        }
        boolean few = candidates.size() <= MAX_SPIKES;
        candidates.sort(Comparator.<Integer>comparingInt(numbers::count).reversed());
        for (int i = 0; i < Math.min(candidates.size(), MAX_SPIKES); i++) {
            int rank = candidates.get(i);
            shared[rank] = few || numbers.count(rank) >= SPIKE_SHARE * n;
        }
        return shared;
    }

    /** Ranks from..to (inclusive) that are not spikes, and the sum and number of their rows. */
    private record Bin(int from, int to, int rows) {
        Bin until(Bin last) {
            return new Bin(from, last.to, rows + last.rows);
        }
    }

    /**
     * What is no spike, in bins. Where many rows stand on spikes between two values, these have little to do with each other: one
     * family with 70 children does not make a bin with those of 4 to 8. Values that too few share to be a bin by themselves are
     * then left to the nearest cell.
     */
    private static List<Bin> bins(SortedNumbers numbers, boolean[] spike, int n, int k) {
        long rest = 0;
        for (int i = 0; i < spike.length; i++) {
            rest += spike[i] ? 0 : numbers.count(i);
        }
        int goal = (int) Math.max(Math.max(k, 20), rest / MAX_BINS);
        List<Bin> bins = new ArrayList<>();
        FamilyCount families = new FamilyCount(k);
        int from = -1;
        int rows = 0;
        double gap = gap(numbers, n);
        int before = -1;
        long onSpikes = 0;
        boolean alone = false;
        for (int i = 0; i < spike.length; i++) {
            if (spike[i]) {
                onSpikes += numbers.count(i);
                continue;
            }
            boolean apart = before >= 0 && onSpikes >= goal;
            boolean afterGap = before >= 0 && (double) numbers.distinct[i] - numbers.distinct[before] > gap;
            before = i;
            onSpikes = 0;
            boolean mayEnd = families.full() || !bins.isEmpty() && !alone;
            if (from >= 0 && (apart || afterGap && mayEnd)) {
                // What stands before a gap must not share a bin with what stands behind it.
                if (mayEnd) {
                    Bin open = new Bin(from, i - 1, rows);
                    bins.add(
                            families.full()
                                    ? open
                                    : bins.remove(bins.size() - 1).until(open));
                }
                from = -1;
                rows = 0;
                families.clear();
            }
            alone = from < 0 ? apart : alone;
            from = from < 0 ? i : from;
            rows += numbers.count(i);
            numbers.addFamilies(i, families);
            if (rows >= goal && families.full()) {
                bins.add(new Bin(from, i, rows));
                from = -1;
                rows = 0;
                families.clear();
            }
        }
        if (from >= 0 && alone && families.full()) {
            bins.add(new Bin(from, lastRest(spike), rows));
        } else if (from >= 0 && !alone && !bins.isEmpty()) {
            Bin last = bins.remove(bins.size() - 1);
            bins.add(new Bin(last.from, lastRest(spike), last.rows + rows));
        }
        return bins;
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

    private static int lastRest(boolean[] spike) {
        int last = spike.length - 1;
        while (spike[last]) {
            last--;
        }
        return last;
    }

    private static NumberCodec assemble(
            SortedNumbers numbers, boolean[] spike, List<Bin> bins, Lattice lattice, int decimals, int k) {
        long lowBound = numbers.distinct[numbers.extremum(k, true)];
        long highBound = numbers.distinct[numbers.extremum(k, false)];
        List<long[]> cells = new ArrayList<>();
        for (int i = 0; i < spike.length; i++) {
            if (spike[i]) {
                cells.add(new long[] {numbers.distinct[i], numbers.distinct[i]});
                lowBound = Math.min(lowBound, numbers.distinct[i]);
                highBound = Math.max(highBound, numbers.distinct[i]);
            }
        }
        if (!bins.isEmpty()) {
            long[] edges = Edges.of(numbers, bins.stream().mapToInt(Bin::from).toArray(), lowBound, highBound, lattice);
            for (int b = 0; b + 1 < edges.length; b++) {
                long below = edges[b + 1] - lattice.step();
                // A bin ends where its values do, lest values appear in a gap that the column has.
                int last = bins.get(b).to;
                boolean known = b + 2 < edges.length || numbers.distinct[last] <= highBound;
                long top = known ? Edges.top(numbers, last, edges[b], lattice) : below;
                // A bin of one point would read as a spike; one more step keeps it a bin.
                long high = Math.max(Math.min(below, top), edges[b] + 1);
                cells.add(new long[] {edges[b], high});
            }
        }
        if (cells.isEmpty()) {
            return withoutCells(decimals);
        }
        cells.sort((a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(a[1], b[1]));
        long[] lows = cells.stream().mapToLong(c -> c[0]).toArray();
        long[] highs = cells.stream().mapToLong(c -> c[1]).toArray();
        boolean nonNegative = numbers.distinct[0] >= 0;
        boolean nonPositive = numbers.distinct[numbers.distinct.length - 1] <= 0;
        OuterCells outer = new OuterCells(numbers, spike, k, lows, highs, lattice.step());
        return new NumberCodec(
                decimals,
                lattice.step(),
                lattice.offset(),
                lows,
                highs,
                outer.low(),
                outer.high(),
                nonNegative ? 0 : Long.MIN_VALUE,
                nonPositive ? 0 : Long.MAX_VALUE);
    }
}
