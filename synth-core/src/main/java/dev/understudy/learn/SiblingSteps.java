package dev.understudy.learn;

import dev.understudy.encode.NumberCodec;
import dev.understudy.model.Conversion;
import dev.understudy.model.Feature;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * How far a row lies from the sibling before in what orders the siblings: whether a player's next season is the same year's, the
 * next one's or a later one's. No tree that splits by this year and then by the last tells it, and much depends on it: numbers that
 * count within a year begin again, those that go on have gone on for longer. Worked out, like {@link Differences}.
 */
final class SiblingSteps {
    /** Share of the steps that may go back: siblings are ordered by it. */
    private static final double MOST_BACK = 0.01;

    private SiblingSteps() {}

    /**
     * @param at place of the column in the cascade
     * @return nothing if siblings are not ordered by it, or if too few of them tell any step apart
     */
    static Optional<WorkedOut> of(TableSample sample, EncodedColumn column, int at, int k) {
        if (!column.isSubtractable() || !(column.codec() instanceof NumberCodec) || !rises(sample, column)) {
            return Optional.empty();
        }
        Feature before = new Feature(Feature.Source.PREVIOUS, 0, at);
        IntUnaryOperator rowBefore = row -> sample.position()[row] > 0 ? row - 1 : -1;
        WorkedOut.Pair pair = new WorkedOut.Pair(column, at, column, before, rowBefore, Conversion.NONE);
        return WorkedOut.difference("<step of %s>".formatted(column.name()), pair, sample, k);
    }

    private static boolean rises(TableSample sample, EncodedColumn column) {
        int steps = 0;
        int back = 0;
        for (int row = 1; row < sample.rows(); row++) {
            if (sample.position()[row] > 0
                    && !column.missing().get(row)
                    && !column.missing().get(row - 1)) {
                steps++;
                back += column.values()[row] < column.values()[row - 1] ? 1 : 0;
            }
        }
        return back <= MOST_BACK * steps;
    }
}
