package dev.understudy.learn;

import dev.understudy.concurrent.Workers;
import dev.understudy.encode.NumberCodec;
import dev.understudy.model.Base;
import dev.understudy.model.Base.Term;
import dev.understudy.model.Conversion;
import dev.understudy.model.Feature;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/**
 * Times between two moments that a row knows: how late a delivery was, how old a customer when he ordered. What follows
 * depends on them, and no tree that splits by the one moment and then by the other tells them. Each is a column of the
 * cascade of its own, which is not drawn but worked out.
 */
final class Differences {
    /** Most of one table. */
    private static final int MOST = 12;
    /** Moments of the owner that the first of the row's own is told from; the others follow from that. */
    private static final int OF_OWNER = 2;

    private static final int FEWEST_ROWS = 200;

    private final TableSample sample;
    private final EncodedTable owner;
    private final int k;
    private final Workers workers;
    private int found;

    /** @param owner the owner's table, or null; @param workers work out several at a time */
    Differences(TableSample sample, EncodedTable owner, int k, Workers workers) {
        this.workers = workers;
        this.sample = sample;
        this.owner = owner;
        this.k = k;
    }

    /** A column that is worked out. */
    record Told(EncodedColumn column, Base base) {}

    /**
     * What is told beside a column that was just added to a cascade.
     *
     * @param columns the cascade so far; the last one is the column in question
     */
    List<Told> beside(List<EncodedColumn> columns) {
        int last = columns.size() - 1;
        EncodedColumn column = columns.get(last);
        if (!isMoment(column)) {
            return List.of();
        }
        List<Pair> own = new ArrayList<>();
        for (int c = last - 1; c >= 0; c--) {
            pair(column, last, columns.get(c), Feature.own(c), row -> row).ifPresent(own::add);
        }
        List<Told> told = new ArrayList<>(first(own, MOST));
        if (told.isEmpty() && owner != null) {
            List<Pair> above = new ArrayList<>();
            for (int c = 0; c < owner.columns().size(); c++) {
                Feature feature = new Feature(Feature.Source.PARENT, 0, c);
                pair(column, last, owner.columns().get(c), feature, row -> sample.owner()[row])
                        .ifPresent(above::add);
            }
            told.addAll(first(above, OF_OWNER));
        }
        return told;
    }

    /** The first that tell something, a few worked out at a time. */
    private List<Told> first(List<Pair> pairs, int most) {
        List<Told> told = new ArrayList<>();
        int next = 0;
        while (next < pairs.size() && told.size() < most && found < MOST) {
            int from = next;
            int size = Math.min(pairs.size() - from, Math.min(most - told.size(), MOST - found));
            for (Optional<Told> one : workers.map(size, i -> tell(pairs.get(from + i)))) {
                one.ifPresent(told::add);
                found += one.isPresent() ? 1 : 0;
            }
            next += size;
        }
        return told;
    }

    /** Name of a column that this made. */
    static boolean isName(String column) {
        return column.startsWith("<time from ");
    }

    private static boolean isMoment(EncodedColumn column) {
        return column.isSubtractable()
                && !column.name().startsWith("<")
                && NumberEncoding.isMoment(column.kind())
                && column.codec() instanceof NumberCodec;
    }

    /** Two moments of one kind. @param rowOf the row where the other stands, or -1 */
    private record Pair(
            EncodedColumn column,
            int at,
            EncodedColumn other,
            Feature feature,
            IntUnaryOperator rowOf,
            Conversion conversion) {}

    private static Optional<Pair> pair(
            EncodedColumn column, int at, EncodedColumn other, Feature feature, IntUnaryOperator rowOf) {
        return isMoment(other)
                ? NumberEncoding.conversion(other.kind(), column.kind())
                        .map(conversion -> new Pair(column, at, other, feature, rowOf, conversion))
                : Optional.empty();
    }

    private Optional<Told> tell(Pair pair) {
        EncodedColumn column = pair.column;
        EncodedColumn other = pair.other;
        long[] values = new long[sample.rows()];
        BitSet missing = new BitSet();
        for (int row = 0; row < values.length; row++) {
            int of = pair.rowOf.applyAsInt(row);
            boolean both =
                    of >= 0 && !other.missing().get(of) && !column.missing().get(row);
            missing.set(row, !both);
            values[row] = both ? column.values()[row] - pair.conversion.apply(other.values()[of]) : 0;
        }
        if (values.length - missing.cardinality() < FEWEST_ROWS) {
            return Optional.empty();
        }
        boolean time = !column.kind().startsWith("number");
        NumberCodec codec = NumberEncoding.fit(values, missing, sample.family(), k, time, 0);
        if (codec.codes() < 3) {
            return Optional.empty();
        }
        String from = (pair.feature.source() == Feature.Source.PARENT ? "the parent's " : "") + other.name();
        String name = "<time from %s to %s>".formatted(from, column.name());
        return Optional.of(new Told(
                EncodedColumn.numbers(name, codec, values, missing, ""), base(pair.at, pair.feature, pair.conversion)));
    }

    private static Base base(int at, Feature other, Conversion conversion) {
        Feature own = Feature.own(at);
        return new Base(List.of(Term.single(1, own, Conversion.NONE), Term.single(-1, other, conversion)));
    }
}
