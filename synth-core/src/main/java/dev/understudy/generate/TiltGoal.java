package dev.understudy.generate;

import dev.understudy.encode.Codec;
import dev.understudy.encode.NumberCodec;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.Feature;
import dev.understudy.model.LeafWeights;
import dev.understudy.model.Relative;
import dev.understudy.model.TableModel;
import java.util.Arrays;
import java.util.BitSet;

/**
 * A mean over the rows of a table that is to come out as it was learned: what was tried to that end, and to what it came. A
 * tilt t multiplies the share of number c in every leaf by (1 + c)^t.
 */
final class TiltGoal {
    private static final int ITSELF = 0;
    private static final int FIRST_RELATIVE = 1;
    /** Means that are off by no more than this share are near enough. */
    private static final double CLOSE = 0.004;

    private static final double MOST = 1.5;
    /** How much the logarithm of a mean grows with t, before it was tried; and the least at which t does anything. */
    private static final double GUESS = 0.4;

    private static final double LEAST_SLOPE = 0.05;

    /** What a row counts towards the mean. */
    private interface Measured {
        double of(Block block, int row);
    }

    private final int column;
    /** Place of what is tilted among the forests of the column. */
    private final int forest;

    private final double[] numbers;
    /** Codes that are drawn as often as they were. */
    private final BitSet fixed;

    private final Measured measured;
    private final double wanted;

    private final double leastTilt;

    private double tilt;
    private double last;
    private double off = Double.NaN;
    private double slope = GUESS;
    private double best;
    private double least = Double.MAX_VALUE;

    private TiltGoal(int column, int forest, double[] numbers, BitSet fixed, Measured measured, double wanted) {
        this(column, forest, numbers, fixed, measured, wanted, -MOST);
    }

    private TiltGoal(
            int column,
            int forest,
            double[] numbers,
            BitSet fixed,
            Measured measured,
            double wanted,
            double leastTilt) {
        this.leastTilt = leastTilt;
        this.column = column;
        this.forest = forest;
        this.numbers = numbers;
        this.fixed = fixed;
        this.measured = measured;
        this.wanted = wanted;
    }

    /** The numbers of a column. @param wanted their mean, nulls counting as 0 */
    static TiltGoal ofNumbers(TableModel table, int column, double wanted) {
        return of(table, column, (block, row) -> number(table, block, column, row), wanted);
    }

    /** The numbers of a column, each times another one of its row. @param wanted the mean of the products */
    static TiltGoal ofProducts(TableModel table, int column, int times, double wanted) {
        return of(
                table,
                column,
                (block, row) -> number(table, block, times, row) * number(table, block, column, row),
                wanted);
    }

    private static TiltGoal of(TableModel table, int column, Measured measured, double wanted) {
        CascadeColumn of = table.cascade().get(column);
        if (of.relatives().isEmpty()) {
            double[] numbers = numbers((NumberCodec) of.codec(), 0);
            return new TiltGoal(column, ITSELF, numbers, new BitSet(), measured, wanted);
        }
        Relative relative = of.relatives().get(0);
        double[] numbers = numbers(relative);
        return new TiltGoal(column, FIRST_RELATIVE, numbers, new BitSet(), measured, wanted);
    }

    /** How many rows have a value in a column. @param wanted their share */
    static TiltGoal ofPresence(TableModel table, int column, double wanted) {
        double[] numbers = new double[table.cascade().get(column).codec().codes()];
        Arrays.fill(numbers, 1, numbers.length, 1);
        return new TiltGoal(
                column, ITSELF, numbers, new BitSet(), (block, row) -> block.isNull(column, row) ? 0 : 1, wanted);
    }

    /** How many rows have more in a column than in the one that it is told from. @param wanted their share */
    static TiltGoal ofExcess(TableModel table, int column, int from, double wanted) {
        Relative relative = table.cascade().get(column).relatives().get(0);
        double[] numbers = numbers(relative);
        for (int code = 0; code < numbers.length; code++) {
            numbers[code] = Math.min(1, numbers[code]);
        }
        BitSet fixed = new BitSet();
        fixed.set(Codec.NULL);
        return new TiltGoal(
                column,
                FIRST_RELATIVE,
                numbers,
                fixed,
                (block, row) -> difference(block, column, from, row) > 0 ? 1 : 0,
                wanted);
    }

    /**
     * By how much a column exceeds another. If it is told from that one, it equals it as often as it did. Only ever tilted up: children
     * crowd where the time for them is too short, and less is bent where it is too long.
     *
     * @param wanted the mean, nulls counting as 0
     */
    static TiltGoal ofDifferences(TableModel table, int column, int from, double wanted) {
        Relative relative = table.cascade().get(column).relatives().get(0);
        NumberCodec difference = relative.difference();
        double[] numbers = numbers(relative);
        BitSet fixed = new BitSet();
        fixed.set(Codec.NULL);
        fixed.set(difference.codes(), numbers.length);
        for (int code = 1; code < difference.codes() && isToldFrom(table, column, from); code++) {
            fixed.set(code, difference.highs()[code - 1] == 0);
        }
        return new TiltGoal(
                column,
                FIRST_RELATIVE,
                numbers,
                fixed,
                (block, row) -> difference(block, column, from, row),
                wanted,
                0);
    }

    /** True if a column is told first from another one of the row. */
    static boolean isToldFrom(TableModel table, int column, int from) {
        return table.cascade().get(column).relatives().stream()
                .limit(1)
                .anyMatch(first -> first.base().isPlain()
                        && first.base().terms().get(0).feature().equals(Feature.own(from)));
    }

    private static double difference(Block block, int column, int from, int row) {
        return block.isNull(column, row) || block.isNull(from, row)
                ? 0
                : block.values[column][row] - block.values[from][row];
    }

    private static double[] numbers(Relative relative) {
        return numbers(relative.difference(), relative.spikes().size());
    }

    /** By code, beyond the least if that is negative; 0 for those that stand for themselves. */
    private static double[] numbers(NumberCodec codec, int spikes) {
        double unit = Math.pow(10, codec.decimals());
        double[] numbers = new double[codec.codes() + spikes];
        double least = 0;
        for (int code = Codec.NULL + 1; code < codec.codes(); code++) {
            numbers[code] = (codec.lows()[code - 1] + codec.highs()[code - 1]) / 2.0 / unit;
            least = Math.min(least, numbers[code]);
        }
        for (int code = Codec.NULL + 1; code < codec.codes(); code++) {
            numbers[code] -= least;
        }
        return numbers;
    }

    private static double number(TableModel table, Block block, int column, int row) {
        NumberCodec codec = (NumberCodec) table.cascade().get(column).codec();
        return block.isNull(column, row) ? 0 : Math.max(0, block.values[column][row]) / Math.pow(10, codec.decimals());
    }

    /** Place of the column that is tilted. */
    int column() {
        return column;
    }

    boolean isDone() {
        return least <= CLOSE || slope < LEAST_SLOPE;
    }

    double sum(Block block) {
        double sum = 0;
        for (int row = 0; row < block.rows(); row++) {
            sum += measured.of(block, row);
        }
        return sum;
    }

    /** @param came the mean with the tilt of now */
    void next(double came) {
        double before = off;
        off = Math.log(wanted / Math.max(came, wanted / 100));
        // A tilt that hardly helps is not worth bending what was learned.
        double cost = Math.abs(off) + LEAST_SLOPE * Math.abs(tilt);
        if (cost < least) {
            least = cost;
            best = tilt;
        }
        if (!Double.isNaN(before) && tilt != last) {
            slope = Math.min(20 * GUESS, (before - off) / (tilt - last));
        }
        last = tilt;
        tilt = isDone() ? best : Math.max(leastTilt, Math.min(MOST, tilt + off / slope));
    }

    /** True if nothing is tilted. @param nearest true for the tilt that came nearest, false for the one to be tried next */
    boolean isLevel(boolean nearest) {
        return (nearest ? best : tilt) == 0;
    }

    /** The column with its leaves tilted. @param nearest as for {@link #isLevel} */
    CascadeColumn tilt(CascadeColumn of, boolean nearest) {
        double t = nearest ? best : tilt;
        double[] weights = new double[numbers.length];
        for (int code = 0; code < weights.length; code++) {
            weights[code] = Math.pow(1 + numbers[code], t);
        }
        int[] place = {0};
        return of.mapForests(one -> place[0]++ == forest ? LeafWeights.of(one, weights, fixed) : one);
    }
}
