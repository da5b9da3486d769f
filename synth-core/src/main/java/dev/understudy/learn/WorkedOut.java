package dev.understudy.learn;

import dev.understudy.encode.NumberCodec;
import dev.understudy.model.Base;
import dev.understudy.model.Base.Term;
import dev.understudy.model.Conversion;
import dev.understudy.model.Feature;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * A column of a cascade that is not drawn, but worked out from others.
 *
 * @param base the sum that it is, exactly; it has no number where one of the terms has none
 */
record WorkedOut(EncodedColumn column, Base base) {
    private static final int FEWEST_ROWS = 200;
    /** Codes of null and a single difference tell nothing. */
    static final int FEWEST_CODES = 3;

    /**
     * A number of a row, and another one that it is told from.
     *
     * @param column     the number
     * @param at         its place in the cascade
     * @param other      the other
     * @param feature    where that stands
     * @param rowOf      the row where it stands, or -1
     * @param conversion brings it into the unit of the number
     */
    record Pair(
            EncodedColumn column,
            int at,
            EncodedColumn other,
            Feature feature,
            IntUnaryOperator rowOf,
            Conversion conversion) {}

    /** By how much the first of a pair exceeds the other; nothing if few rows have both, or all differ alike. */
    static Optional<WorkedOut> difference(String name, Pair pair, TableSample sample, int k) {
        return distance(name, pair, 1, sample, k);
    }

    /** By how much the other one of a pair exceeds the first, in the first's unit; nothing as for {@link #difference}. */
    static Optional<WorkedOut> lead(String name, Pair pair, TableSample sample, int k) {
        return distance(name, pair, -1, sample, k);
    }

    private static Optional<WorkedOut> distance(String name, Pair pair, int sign, TableSample sample, int k) {
        EncodedColumn column = pair.column;
        EncodedColumn other = pair.other;
        long[] values = new long[sample.rows()];
        BitSet missing = new BitSet();
        for (int row = 0; row < values.length; row++) {
            int of = pair.rowOf.applyAsInt(row);
            boolean both =
                    of >= 0 && !other.missing().get(of) && !column.missing().get(row);
            missing.set(row, !both);
            values[row] = both ? sign * (column.values()[row] - pair.conversion.apply(other.values()[of])) : 0;
        }
        if (values.length - missing.cardinality() < FEWEST_ROWS) {
            return Optional.empty();
        }
        boolean time = !column.kind().startsWith("number");
        int decimals = time ? 0 : ((NumberCodec) column.codec()).decimals();
        NumberCodec codec = NumberEncoding.fit(values, missing, sample.family(), k, time, decimals);
        if (codec.codes() < FEWEST_CODES) {
            return Optional.empty();
        }
        Term own = Term.single(sign, Feature.own(pair.at), Conversion.NONE);
        Base base = new Base(List.of(own, Term.single(-sign, pair.feature, pair.conversion)));
        return Optional.of(new WorkedOut(EncodedColumn.numbers(name, codec, values, missing, ""), base));
    }
}
