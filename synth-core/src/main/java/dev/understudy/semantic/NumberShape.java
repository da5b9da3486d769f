package dev.understudy.semantic;

import dev.understudy.semantic.DocumentRecipe.Numbers;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the numbers at one path of documents are spread, by at most 2,000 of them, which stand at equal steps among all. Not for
 * several threads.
 */
final class NumberShape {
    private static final int MOST = 2_000;
    private static final int MOST_STEPS = 32;
    private static final int MOST_DECIMALS = 6;
    private static final int DIGITS = 3;
    private static final double EXACT = 1L << 52;

    private record Seen(double value, long family) {}

    private List<Seen> seen = new ArrayList<>();
    private long count;
    private long stride = 1;
    private int decimals;

    void add(double value, long family) {
        if (count++ % stride != 0) {
            return;
        }
        seen.add(new Seen(value, family));
        if (seen.size() > MOST) {
            List<Seen> half = new ArrayList<>();
            for (int i = 0; i < seen.size(); i += 2) {
                half.add(seen.get(i));
            }
            seen = half;
            stride *= 2;
        }
    }

    void add(BigDecimal value, long family) {
        add(value.doubleValue(), family);
        decimals = Math.max(
                decimals, Math.min(MOST_DECIMALS, value.stripTrailingZeros().scale()));
    }

    /** Empty if fewer than k families have numbers. */
    Numbers numbers(int k) {
        return new Numbers(cuts(k), decimals, families(seen) >= k ? step() : 1);
    }

    /** Values at equal steps of probability, 2 k to each; none beyond the k-th extremum by family, and rounded to three digits of their spread. */
    List<Double> cuts(int k) {
        if (seen.size() <= 2 * k || families(seen) < k) {
            return List.of();
        }
        Map<Long, double[]> extremes = new HashMap<>();
        for (Seen one : seen) {
            double[] ends = extremes.computeIfAbsent(one.family, f -> new double[] {one.value, one.value});
            ends[0] = Math.min(ends[0], one.value);
            ends[1] = Math.max(ends[1], one.value);
        }
        double least = extremes.values().stream()
                .mapToDouble(ends -> ends[0])
                .sorted()
                .skip(k - 1L)
                .findFirst()
                .orElseThrow();
        double most = -extremes.values().stream()
                .mapToDouble(ends -> -ends[1])
                .sorted()
                .skip(k - 1L)
                .findFirst()
                .orElseThrow();
        double from = Math.min(least, most);
        double to = Math.max(least, most);
        double[] inner = seen.stream()
                .mapToDouble(Seen::value)
                .filter(value -> value >= from && value <= to)
                .sorted()
                .toArray();
        int steps = Math.max(1, Math.min(MOST_STEPS, inner.length / (2 * k)));
        List<Double> cuts = new ArrayList<>();
        for (int i = 0; i <= steps; i++) {
            double value = inner.length == 0 ? from : inner[(int) Math.round((double) i * (inner.length - 1) / steps)];
            cuts.add(rounded(value, to - from, k));
        }
        return cuts;
    }

    private double rounded(double value, double spread, int k) {
        if (value == 0
                || spread == 0
                        && families(seen.stream()
                                        .filter(one -> one.value == value)
                                        .toList())
                                >= k) {
            return value;
        }
        double size = spread == 0 ? Math.abs(value) : Math.min(Math.abs(value), spread);
        double unit = Math.pow(10, Math.floor(Math.log10(size)) + 1 - DIGITS);
        return Math.round(value / unit) * unit;
    }

    private static long families(List<Seen> some) {
        Set<Long> families = new HashSet<>();
        some.forEach(one -> families.add(one.family));
        return families.size();
    }

    /** Of which all numbers are multiples, in units of the last decimal. */
    private long step() {
        double unit = Math.pow(10, Math.max(0, decimals));
        long step = 0;
        for (Seen one : seen) {
            if (Math.abs(one.value * unit) > EXACT) {
                return 1;
            }
            step = divisor(step, Math.abs(Math.round(one.value * unit)));
        }
        return Math.max(1, step);
    }

    private static long divisor(long one, long other) {
        return other == 0 ? one : divisor(other, one % other);
    }
}
