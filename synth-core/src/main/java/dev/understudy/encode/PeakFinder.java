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

    /** Of a count that chance makes. */
    private static final double DEVIATIONS = 3;

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
        Evenness even = Evenness.of(numbers, shared, codec);
        shared.removeIf(rank -> !even.standsOut(rank));
        return even.isUneven(shared) ? Optional.of(peaks(numbers, shared, even, n)) : Optional.empty();
    }

    /**
     * How the rows of each bin lie beside the values that may stand out.
     *
     * @param rows per code
     * @param even per code, rows of one value that does not stand out
     */
    private record Evenness(SortedNumbers numbers, NumberCodec codec, double[] rows, double[] even) {
        static Evenness of(SortedNumbers numbers, List<Integer> shared, NumberCodec codec) {
            double[] rows = new double[codec.codes()];
            for (int rank = 0; rank < numbers.distinct.length; rank++) {
                rows[codec.encode(numbers.distinct[rank])] += numbers.count(rank);
            }
            double[] others = rows.clone();
            double[] steps = new double[rows.length];
            for (int code = 1; code < rows.length; code++) {
                steps[code] = codec.steps(code);
            }
            for (int rank : shared) {
                int code = codec.encode(numbers.distinct[rank]);
                others[code] -= numbers.count(rank);
                steps[code]--;
            }
            double[] even = new double[rows.length];
            for (int code = 1; code < rows.length; code++) {
                even[code] = codec.isSpike(code) || steps[code] < 1 ? 0 : others[code] / steps[code];
            }
            return new Evenness(numbers, codec, rows, even);
        }

        private int code(int rank) {
            return codec.encode(numbers.distinct[rank]);
        }

        /** True if a value has more rows than chance gives one of its bin. */
        boolean standsOut(int rank) {
            double chance = even[code(rank)];
            return numbers.count(rank) > chance + DEVIATIONS * Math.sqrt(chance);
        }

        /** Rows of a value beyond those that every value of its bin has. */
        double beyond(int rank) {
            return numbers.count(rank) - even[code(rank)];
        }

        boolean isUneven(List<Integer> standing) {
            double all = 0;
            for (int code = 1; code < rows.length; code++) {
                all += codec.isSpike(code) ? 0 : rows[code];
            }
            double beyond = standing.stream()
                    .filter(rank -> !codec.isSpike(code(rank)))
                    .mapToDouble(this::beyond)
                    .sum();
            return beyond > LEAST_UNEVEN * all;
        }
    }

    private static Peaks peaks(SortedNumbers numbers, List<Integer> standing, Evenness even, int n) {
        NumberCodec codec = even.codec;
        long[] values = new long[standing.size()];
        double[] upTo = new double[standing.size() + 1];
        double[] rest = even.rows.clone();
        for (int i = 0; i < values.length; i++) {
            int rank = standing.get(i);
            values[i] = numbers.distinct[rank];
            upTo[i + 1] = upTo[i] + Edges.twoDigits(MILLION * even.beyond(rank) / n);
            rest[even.code(rank)] -= even.beyond(rank);
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
