package dev.understudy.encode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks for values that stand out inside the cells of a column. */
public final class PeakFinder {
    private static final int MOST_VALUES = 4096;
    /** Share of the rows of bins that must lie where an even spread would not put them. */
    private static final double LEAST_UNEVEN = 0.05;

    private static final double MILLION = 1e6;

    private PeakFinder() {}

    /**
     * @param values   numbers without the missing ones
     * @param families family of each number
     * @param n        how many of both are used
     * @param k        families that must share whatever is kept
     * @param codec    cells of the column
     * @return nothing if the values of each bin are spread evenly, or there are no bins
     */
    public static Optional<Peaks> of(long[] values, long[] families, int n, int k, NumberCodec codec) {
        if (codec.codes() < 2 || codec.isExact()) {
            return Optional.empty();
        }
        SortedNumbers numbers = new SortedNumbers(values, families, n);
        List<Integer> shared = new ArrayList<>();
        FamilyCount count = new FamilyCount(k);
        for (int rank = 0; rank < numbers.distinct.length; rank++) {
            if (numbers.count(rank) >= k) {
                count.clear();
                numbers.addFamilies(rank, count);
                if (count.full()) {
                    shared.add(rank);
                }
            }
        }
        if (shared.size() > MOST_VALUES) {
            shared.sort(Comparator.<Integer>comparingInt(numbers::count).reversed());
            shared = new ArrayList<>(shared.subList(0, MOST_VALUES));
            shared.sort(Comparator.naturalOrder());
        }
        return isUneven(numbers, shared, codec) ? Optional.of(peaks(numbers, shared, codec, n)) : Optional.empty();
    }

    private static boolean isUneven(SortedNumbers numbers, List<Integer> shared, NumberCodec codec) {
        double[] rows = new double[codec.codes()];
        for (int rank = 0; rank < numbers.distinct.length; rank++) {
            rows[codec.encode(numbers.distinct[rank])] += numbers.count(rank);
        }
        double beyond = 0;
        double all = 0;
        for (int code = 1; code < rows.length; code++) {
            all += codec.isSpike(code) ? 0 : rows[code];
        }
        for (int rank : shared) {
            int code = codec.encode(numbers.distinct[rank]);
            if (!codec.isSpike(code)) {
                double steps = 1 + ((double) codec.highs()[code - 1] - codec.lows()[code - 1]) / codec.lattice();
                beyond += Math.max(0, numbers.count(rank) - rows[code] / steps);
            }
        }
        return beyond > LEAST_UNEVEN * all;
    }

    private static Peaks peaks(SortedNumbers numbers, List<Integer> shared, NumberCodec codec, int n) {
        long[] values = new long[shared.size()];
        double[] upTo = new double[shared.size() + 1];
        double[] rest = new double[codec.codes()];
        for (int rank = 0; rank < numbers.distinct.length; rank++) {
            rest[codec.encode(numbers.distinct[rank])] += numbers.count(rank);
        }
        for (int i = 0; i < values.length; i++) {
            int rank = shared.get(i);
            values[i] = numbers.distinct[rank];
            upTo[i + 1] = upTo[i] + Edges.twoDigits(MILLION * numbers.count(rank) / n);
            rest[codec.encode(values[i])] -= numbers.count(rank);
        }
        int[] bins = java.util.stream.IntStream.range(1, codec.codes())
                .filter(code -> !codec.isSpike(code))
                .toArray();
        long[] lows = new long[bins.length];
        long[] highs = new long[bins.length];
        double[] left = new double[bins.length];
        for (int b = 0; b < bins.length; b++) {
            lows[b] = codec.lows()[bins[b] - 1];
            highs[b] = codec.highs()[bins[b] - 1];
            left[b] = Edges.twoDigits(MILLION * Math.max(0, rest[bins[b]]) / n);
        }
        return new Peaks(values, upTo, lows, highs, left);
    }
}
