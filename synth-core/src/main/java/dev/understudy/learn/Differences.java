package dev.understudy.learn;

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
    private int found;

    /** @param owner the owner's table, or null */
    Differences(TableSample sample, EncodedTable owner, int k) {
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
        List<Told> told = new ArrayList<>();
        if (!isMoment(column)) {
            return told;
        }
        for (int c = last - 1; c >= 0; c--) {
            add(told, column, last, columns.get(c), Feature.own(c), row -> row);
        }
        int ofOwner = told.isEmpty() ? 0 : OF_OWNER;
        for (int c = 0; owner != null && c < owner.columns().size() && ofOwner < OF_OWNER; c++) {
            Feature feature = new Feature(Feature.Source.PARENT, 0, c);
            if (add(told, column, last, owner.columns().get(c), feature, row -> sample.owner()[row])) {
                ofOwner++;
            }
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

    private boolean add(
            List<Told> told,
            EncodedColumn column,
            int at,
            EncodedColumn other,
            Feature feature,
            IntUnaryOperator rowOf) {
        Optional<Conversion> conversion = isMoment(other) && found < MOST
                ? NumberEncoding.conversion(other.kind(), column.kind())
                : Optional.empty();
        if (conversion.isEmpty()) {
            return false;
        }
        long[] values = new long[sample.rows()];
        BitSet missing = new BitSet();
        for (int row = 0; row < values.length; row++) {
            int of = rowOf.applyAsInt(row);
            boolean both =
                    of >= 0 && !other.missing().get(of) && !column.missing().get(row);
            missing.set(row, !both);
            values[row] = both ? column.values()[row] - conversion.get().apply(other.values()[of]) : 0;
        }
        if (values.length - missing.cardinality() < FEWEST_ROWS) {
            return false;
        }
        boolean time = !column.kind().startsWith("number");
        NumberCodec codec = NumberEncoding.fit(values, missing, sample.family(), k, time, 0);
        if (codec.codes() < 3) {
            return false;
        }
        String from = (feature.source() == Feature.Source.PARENT ? "the parent's " : "") + other.name();
        String name = "<time from %s to %s>".formatted(from, column.name());
        found++;
        told.add(
                new Told(EncodedColumn.numbers(name, codec, values, missing, ""), base(at, feature, conversion.get())));
        return true;
    }

    private static Base base(int at, Feature other, Conversion conversion) {
        Feature own = Feature.own(at);
        return new Base(List.of(Term.single(1, own, Conversion.NONE), Term.single(-1, other, conversion)));
    }
}
