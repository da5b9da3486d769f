package dev.understudy.learn;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.encode.FamilyCount;
import dev.understudy.random.Draws;
import dev.understudy.semantic.DocumentRecipe.Level;
import dev.understudy.semantic.Scores;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Numbers in the elements of arrays as standard normal scores within their kind. The mean of an array's scores is a hidden column
 * of the row, so it follows the row and its other documents' numbers; around it, scores follow the element before and each other.
 */
final class ElementLevels {
    private static final int MOST = 4;
    private static final int FEWEST = 100;
    private static final int LONGEST = 30;
    private static final double UNIT = 1000;
    /** Those of scores, by {@link #UNIT}. */
    static final int DECIMALS = 3;

    private final ElementSample found;
    private final TableSample sample;
    private final EncodedColumn telling;
    private final RowEffects effects;
    private final int k;
    private final Hidden hidden;

    /** Makes a hidden column of numbers by row, and tells its place; -1 if nothing of it could be kept. */
    @FunctionalInterface
    interface Hidden {
        int add(String member, long[] values, BitSet missing);
    }

    /**
     * @param telling the column by which rows are alike whose documents were not sampled; null for none
     * @param columns that the row draws before
     */
    ElementLevels(
            ElementSample found,
            TableSample sample,
            EncodedColumn telling,
            List<EncodedColumn> columns,
            int k,
            Hidden hidden) {
        this.k = k;
        this.effects = new RowEffects(
                columns, IntStream.range(0, found.arrays()).map(found::row).toArray());
        this.found = found;
        this.sample = sample;
        this.telling = telling;
        this.hidden = hidden;
    }

    List<Level> of(List<String> members, int[] kind) {
        FamilyCount families = new FamilyCount(3 * k);
        for (int a = 0; a < found.arrays(); a++) {
            families.add(sample.family()[found.row(a)]);
        }
        if (found.size() < FEWEST || !families.full()) {
            return List.of();
        }
        List<Level> levels = new ArrayList<>();
        List<double[]> means = new ArrayList<>();
        List<double[]> chances = new ArrayList<>();
        List<double[]> deviations = new ArrayList<>();
        for (String member : members) {
            if (levels.size() < MOST) {
                double[] scores = scores(member, kind);
                double[] mean = means(scores);
                double[] chance = effects.takenOff(mean);
                List<Integer> leans = leans(chance, chances);
                double[] restOfMean = rest(mean, means, leans);
                double[] around = around(scores, mean);
                List<Integer> others = leans(around, deviations);
                double[] deviation = rest(around, deviations, others);
                double before = before(deviation);
                // A level that is not needed, because an array is empty, does no harm.
                int place = hidden.add(member, column(restOfMean), new BitSet());
                if (place >= 0) {
                    means.add(restOfMean);
                    chances.add(rest(chance, chances, leans));
                    deviations.add(deviation);
                    levels.add(new Level(
                            member,
                            place,
                            leans,
                            (int) Math.round(UNIT * within(deviation, before)),
                            (int) Math.round(100 * before),
                            others));
                }
            }
        }
        return levels;
    }

    /** By rank among the elements of a kind; equal values get the middle of their ranks. */
    private double[] scores(String member, int[] kind) {
        Map<Integer, List<Integer>> byKind = new HashMap<>();
        for (int i = 0; i < found.size(); i++) {
            byKind.computeIfAbsent(kind.length == 0 ? 0 : kind[i], one -> new ArrayList<>())
                    .add(i);
        }
        double[] scores = new double[found.size()];
        for (List<Integer> places : byKind.values()) {
            places.sort((a, b) -> Double.compare(value(member, a), value(member, b)));
            int from = 0;
            while (from < places.size()) {
                int to = from;
                while (to < places.size() && value(member, places.get(to)) == value(member, places.get(from))) {
                    to++;
                }
                double score = Scores.score((from + to) / 2.0 / places.size());
                for (int i = from; i < to; i++) {
                    scores[places.get(i)] = score;
                }
                from = to;
            }
        }
        return scores;
    }

    private double value(String member, int element) {
        JsonNode value = ElementSample.at(found.elements().get(element), member);
        return value.isNumber() ? value.doubleValue() : 0;
    }

    private double[] means(double[] scores) {
        double[] means = new double[found.arrays()];
        for (int a = 0; a < means.length; a++) {
            for (int i = found.start(a); i < found.end(a); i++) {
                means[a] += scores[i] / (found.end(a) - found.start(a));
            }
        }
        return means;
    }

    /** How much numbers go with each of those that came before, which do not go with each other; in hundredths. */
    private static List<Integer> leans(double[] numbers, List<double[]> before) {
        List<Integer> leans = new ArrayList<>();
        for (double[] other : before) {
            double both = 0;
            double square = 0;
            for (int i = 0; i < numbers.length; i++) {
                both += numbers[i] * other[i];
                square += other[i] * other[i];
            }
            leans.add(square == 0 ? 0 : (int) Math.round(100 * both / square));
        }
        return leans;
    }

    private static double[] rest(double[] numbers, List<double[]> before, List<Integer> leans) {
        double[] rest = numbers.clone();
        for (int l = 0; l < before.size(); l++) {
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= leans.get(l) / 100.0 * before.get(l)[i];
            }
        }
        return rest;
    }

    private double[] around(double[] scores, double[] means) {
        double[] around = scores.clone();
        for (int a = 0; a < means.length; a++) {
            for (int i = found.start(a); i < found.end(a); i++) {
                around[i] -= means[a];
            }
        }
        return around;
    }

    /**
     * Correlation of neighbours. Deviations from the mean of n correlate by less, so that one is taken whose deviations would
     * correlate as they do.
     */
    private double before(double[] around) {
        int[] lengths = new int[LONGEST + 1];
        double pairs = 0;
        double squares = 0;
        for (int a = 0; a < found.arrays(); a++) {
            int length = Math.min(LONGEST, found.end(a) - found.start(a));
            if (length > 1) {
                lengths[length]++;
                for (int i = found.start(a); i < found.start(a) + length; i++) {
                    squares += around[i] * around[i];
                    pairs += i > found.start(a) ? around[i] * around[i - 1] : 0;
                }
            }
        }
        if (squares == 0) {
            return 0;
        }
        double best = 0;
        double least = Double.MAX_VALUE;
        for (int step = -18; step <= 19; step++) {
            double gap = Math.abs(expected(lengths, step / 20.0) - pairs / squares);
            if (gap < least) {
                least = gap;
                best = step / 20.0;
            }
        }
        return best;
    }

    private static double expected(int[] lengths, double before) {
        double pairs = 0;
        double squares = 0;
        for (int n = 2; n <= LONGEST; n++) {
            if (lengths[n] > 0) {
                double[] sums = new double[n];
                double all = 0;
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        sums[i] += Math.pow(before, Math.abs(i - j)) / n;
                    }
                    all += sums[i] / n;
                }
                for (int i = 0; i < n; i++) {
                    squares += lengths[n] * (1 - 2 * sums[i] + all);
                    pairs += i == 0 ? 0 : lengths[n] * (before - sums[i] - sums[i - 1] + all);
                }
            }
        }
        return squares == 0 ? 0 : pairs / squares;
    }

    /** Deviation of scores from the mean that very many of them would have. */
    private double within(double[] around, double before) {
        double squares = 0;
        double expected = 0;
        for (int a = 0; a < found.arrays(); a++) {
            int n = found.end(a) - found.start(a);
            double sum = n;
            for (int lag = 1; lag < n; lag++) {
                sum += 2 * (n - lag) * Math.pow(before, lag);
            }
            expected += n - sum / n;
            for (int i = found.start(a); i < found.end(a); i++) {
                squares += around[i] * around[i];
            }
        }
        return expected <= 0 ? 0 : Math.sqrt(squares / expected);
    }

    /** Means by row. A row whose document was not sampled has that of another that is alike. */
    private long[] column(double[] means) {
        long[] values = new long[sample.rows()];
        Map<Integer, List<Integer>> alike = new HashMap<>();
        boolean[] known = new boolean[values.length];
        for (int a = 0; a < means.length; a++) {
            int row = found.row(a);
            values[row] = Math.round(UNIT * means[a]);
            known[row] = true;
            alike.computeIfAbsent(code(row), one -> new ArrayList<>()).add(row);
            alike.computeIfAbsent(-1, one -> new ArrayList<>()).add(row);
        }
        for (int row = 0; row < values.length; row++) {
            if (!known[row]) {
                List<Integer> donors = alike.getOrDefault(code(row), alike.get(-1));
                values[row] = donors == null
                        ? 0
                        : values[donors.get((int) Math.floorMod(Draws.mix(row), (long) donors.size()))];
            }
        }
        return values;
    }

    private int code(int row) {
        return telling == null ? 0 : telling.codes()[row] & 0xFFFF;
    }
}
