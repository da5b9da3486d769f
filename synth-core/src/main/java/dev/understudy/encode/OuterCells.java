package dev.understudy.encode;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.LongStream;

/**
 * How values lie in the outermost cells of a column. Beyond the value that k families reach no value may be known; that there are
 * some, and about how far out, is what the outermost families have in common.
 */
final class OuterCells {
    /** So many spikes one step apart tell numbers that count something from numbers that name something. */
    private static final int COUNTED = 4;

    private final SortedNumbers numbers;
    private final boolean[] spike;
    private final int k;
    private final long[] lows;
    private final long[] highs;
    private final long step;

    /**
     * @param spike whether each distinct value is a cell of its own
     * @param lows  of the cells, in order
     * @param step  of the lattice
     */
    OuterCells(SortedNumbers numbers, boolean[] spike, int k, long[] lows, long[] highs, long step) {
        this.numbers = numbers;
        this.spike = spike;
        this.k = k;
        this.lows = lows;
        this.highs = highs;
        this.step = step;
    }

    Tail low() {
        return tail(true);
    }

    Tail high() {
        return tail(false);
    }

    private Tail tail(boolean low) {
        int cell = low ? 0 : lows.length - 1;
        boolean hasEnd = numbers.extremum(k, low) == (low ? 0 : numbers.distinct.length - 1);
        if (hasEnd || lows.length == 0) {
            return Tail.NONE;
        }
        if (lows[cell] == highs[cell]) {
            return isCounted(low) ? ofFew(low, lows[cell]) : Tail.NONE;
        }
        return lows.length == 1
                ? ofFew(low, low ? lows[cell] : highs[cell])
                : ofBin(low, low ? highs[cell] : lows[cell]);
    }

    /** True if the outermost spikes, and the next value beyond them, lie one step apart. */
    private boolean isCounted(boolean low) {
        long end = low ? lows[0] : lows[lows.length - 1];
        int rank = Arrays.binarySearch(numbers.distinct, end);
        boolean counted = numbers.distinct[low ? rank - 1 : rank + 1] == end + (low ? -step : step);
        for (int i = 0; counted && i < Math.min(COUNTED, lows.length) - 1; i++) {
            int cell = low ? i : lows.length - 2 - i;
            counted = lows[cell] == highs[cell] && lows[cell + 1] - lows[cell] == step;
        }
        return counted;
    }

    /** No family tells more than a k-th of it. */
    private Tail ofBin(boolean low, long edge) {
        int rows = 0;
        for (int rank = 0; rank < spike.length; rank++) {
            rows += isIn(rank, low, edge) && !spike[rank] ? numbers.count(rank) : 0;
        }
        int most = Math.max(1, rows / k);
        Map<Long, Integer> ofFamily = new HashMap<>();
        LongStream.Builder told = LongStream.builder();
        for (int rank = 0; rank < spike.length; rank++) {
            if (isIn(rank, low, edge) && !spike[rank]) {
                long distance = Math.abs(numbers.distinct[rank] - edge);
                numbers.families(rank)
                        .filter(family -> ofFamily.merge(family, 1, Integer::sum) <= most)
                        .forEach(family -> told.add(distance));
            }
        }
        return Tail.fit(told.build().asDoubleStream().sorted().toArray(), rows);
    }

    private boolean isIn(int rank, boolean low, long edge) {
        return low ? numbers.distinct[rank] <= edge : numbers.distinct[rank] >= edge;
    }

    /** One row of each of the k outermost families, as far as they lie beyond the cell, whose code all rows beyond it have. */
    private Tail ofFew(boolean low, long edge) {
        int all = lows.length == 1 ? numbers.rows() : 0;
        double[] distances = new double[k];
        FamilyCount families = new FamilyCount(k);
        int rows = 0;
        for (int i = 0; i < spike.length; i++) {
            int rank = low ? i : spike.length - 1 - i;
            int before = families.count();
            numbers.addFamilies(rank, families);
            double distance = isIn(rank, low, edge) ? Math.abs((double) numbers.distinct[rank] - edge) : 0;
            Arrays.fill(distances, before, families.count(), distance);
            rows += isIn(rank, low, edge) ? numbers.count(rank) : 0;
        }
        int of = Math.max(all, rows);
        return families.full() && of > 2 * k ? Tail.beyond(distances, of) : Tail.NONE;
    }
}
