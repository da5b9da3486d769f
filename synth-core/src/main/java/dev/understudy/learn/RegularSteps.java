package dev.understudy.learn;

import dev.understudy.encode.NumberCodec;
import dev.understudy.model.Base;
import dev.understudy.model.Base.Term;
import dev.understudy.model.Conversion;
import dev.understudy.model.Feature;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Children that come regularly, once a year, a month or a week: of how many steps their time consists, from which their number
 * follows.
 */
final class RegularSteps {
    /** Share of the steps that must be about as long as the median. */
    private static final double MOST = 0.75;
    /** Months differ by that much. */
    private static final double ABOUT = 0.1;

    private static final int FEWEST_STEPS = 200;

    private RegularSteps() {}

    /**
     * How far apart siblings lie that follow each other, on average of those that lie about as far apart as most.
     *
     * @param child  in sibling order
     * @param column holds the numbers that order siblings
     * @return in the unit of the column; empty if there are few steps, or they differ. Cost: O(rows log rows)
     */
    static OptionalDouble of(TableSample child, NumberSample column) {
        long[] steps = new long[child.rows()];
        int n = 0;
        for (int row = 1; row < child.rows(); row++) {
            boolean both = child.owner()[row] >= 0
                    && child.position()[row] > 0
                    && !column.missing().get(row)
                    && !column.missing().get(row - 1);
            if (both) {
                steps[n++] = column.values()[row] - column.values()[row - 1];
            }
        }
        if (n < FEWEST_STEPS) {
            return OptionalDouble.empty();
        }
        Arrays.sort(steps, 0, n);
        long median = steps[n / 2];
        long[] about = Arrays.stream(steps, 0, n)
                .filter(step -> Math.abs(step - median) <= ABOUT * median)
                .toArray();
        return median > 0 && about.length >= MOST * n ? Arrays.stream(about).average() : OptionalDouble.empty();
    }

    /**
     * Of how many steps the time from the first child to the last consists, as a column of the parent; empty if all have as many.
     *
     * @param first place of the column that says when the first child comes
     * @param last  place of the column that says when the last comes
     */
    static Optional<WorkedOut> between(
            String name, double step, int first, int last, List<EncodedColumn> columns, TableSample parent, int k) {
        EncodedColumn from = columns.get(first);
        EncodedColumn to = columns.get(last);
        Base base = new Base(List.of(
                Term.single(1 / step, Feature.own(last), Conversion.NONE),
                Term.single(-1 / step, Feature.own(first), Conversion.NONE)));
        long[] values = new long[parent.rows()];
        BitSet missing = new BitSet();
        for (int row = 0; row < values.length; row++) {
            missing.set(row, from.missing().get(row) || to.missing().get(row));
            int at = row;
            values[row] = missing.get(row)
                    ? 0
                    : base.number(feature -> columns.get(feature.column()).values()[at]);
        }
        NumberCodec codec = NumberEncoding.fit(values, missing, parent.family(), k, false, 0);
        return codec.codes() < WorkedOut.FEWEST_CODES
                ? Optional.empty()
                : Optional.of(new WorkedOut(EncodedColumn.numbers(name, codec, values, missing, ""), base));
    }
}
