package dev.understudy.learn;

import dev.understudy.concurrent.Workers;
import dev.understudy.encode.NumberCodec;
import dev.understudy.model.Feature;
import java.util.ArrayList;
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

    /**
     * What is told beside a column that was just added to a cascade.
     *
     * @param columns the cascade so far; the last one is the column in question
     */
    List<WorkedOut> beside(List<EncodedColumn> columns) {
        int last = columns.size() - 1;
        EncodedColumn column = columns.get(last);
        if (!isMoment(column)) {
            return List.of();
        }
        List<WorkedOut.Pair> own = new ArrayList<>();
        for (int c = last - 1; c >= 0; c--) {
            pair(column, last, columns.get(c), Feature.own(c), row -> row).ifPresent(own::add);
        }
        List<WorkedOut> told = new ArrayList<>(first(own, MOST));
        if (told.isEmpty() && owner != null) {
            List<WorkedOut.Pair> above = new ArrayList<>();
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
    private List<WorkedOut> first(List<WorkedOut.Pair> pairs, int most) {
        List<WorkedOut> told = new ArrayList<>();
        int next = 0;
        while (next < pairs.size() && told.size() < most && found < MOST) {
            int from = next;
            int size = Math.min(pairs.size() - from, Math.min(most - told.size(), MOST - found));
            for (Optional<WorkedOut> one : workers.map(size, i -> tell(pairs.get(from + i)))) {
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
    private static Optional<WorkedOut.Pair> pair(
            EncodedColumn column, int at, EncodedColumn other, Feature feature, IntUnaryOperator rowOf) {
        return isMoment(other)
                ? NumberEncoding.conversion(other.kind(), column.kind())
                        .map(conversion -> new WorkedOut.Pair(column, at, other, feature, rowOf, conversion))
                : Optional.empty();
    }

    private Optional<WorkedOut> tell(WorkedOut.Pair pair) {
        boolean above = pair.feature().source() == Feature.Source.PARENT;
        String from = (above ? "the parent's " : "") + pair.other().name();
        String name = "<time from %s to %s>".formatted(from, pair.column().name());
        return WorkedOut.difference(name, pair, sample, k);
    }
}
