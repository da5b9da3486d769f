package dev.understudy.encode;

import dev.understudy.encode.Bins.Bin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Fits a {@link NumberCodec} to the numbers of a column, so that nothing in it is shared by fewer than k families:
 * spikes and bins have k families each, the outer bounds are the k-th extremum rounded outward, and bin edges lie on
 * round numbers, not on raw values.
 */
public final class NumberCodecs {
    /** Most spikes of a column; with its {@link Bins} it stays below 640 codes. */
    static final int MAX_SPIKES = 380;

    private static final double SPIKE_SHARE = 0.005;

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
        List<Bin> bins = Bins.of(numbers, spike, n, k);
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
                int last = bins.get(b).to();
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
