package dev.understudy.found;

import dev.understudy.found.Values.Comparable;
import dev.understudy.propose.NameWords;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Orders that hardly a row breaks, although chance would. Numbers must also be of one kind: called alike, or equal now and then, as
 * hits are to times at bat and bytes never are to milliseconds.
 */
final class Orders {
    /** Share of pairs of unrelated rows that must break an order for it to say something; that of learning. */
    private static final double LEAST_BROKEN = 0.02;
    /** Share of rows at which numbers of one kind are equal, and not zero. */
    private static final double LEAST_TOUCHING = 0.005;

    private Orders() {}

    /** An order and how it looks. */
    private record Seen(long rows, long less, long greater, long touching) {}

    /** Within a table. @param values that may be in an order */
    static List<Candidate> within(Sample sample, List<Values> values, RuleNames names) {
        List<Candidate> found = new ArrayList<>();
        TableName table = sample.table().name();
        for (int a = 0; a < values.size(); a++) {
            for (int b = 0; b < a; b++) {
                Values one = values.get(a);
                Values other = values.get(b);
                between(Kind.ORDER, table, one, table, other, sample.whole(), areAlike(one, other), names)
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /**
     * The order of two columns, whichever is the greater; {@code one} is a column of {@code table}.
     *
     * @param alike false if numbers must be equal now and then
     */
    static Optional<Candidate> between(
            Kind kind,
            TableName table,
            Values one,
            TableName otherTable,
            Values other,
            boolean whole,
            boolean alike,
            RuleNames names) {
        Optional<Compared> compared = one.comparable().isOrdered() ? Compared.of(one, other) : Optional.empty();
        if (compared.isEmpty()) {
            return Optional.empty();
        }
        Compared both = compared.get();
        Seen seen = seen(both.one(), both.other(), whole);
        long broken = Math.min(seen.less, seen.greater);
        boolean touches = alike || seen.touching >= LEAST_TOUCHING * seen.rows;
        if (seen.rows < Candidate.FEWEST_ROWS
                || broken > Candidate.most(seen.rows, whole)
                || seen.less == seen.greater
                || !touches) {
            return Optional.empty();
        }
        boolean isGreater = seen.greater > seen.less;
        double surprise = (isGreater ? both : both.turned()).byChance("orders", (greater, less) -> greater < less, 0);
        if (surprise < LEAST_BROKEN) {
            return Optional.empty();
        }
        ColumnName first = new ColumnName(table, one.column().name());
        ColumnName second = new ColumnName(otherTable, other.column().name());
        List<ColumnName> columns = isGreater ? List.of(first, second) : List.of(second, first);
        return Optional.of(new Candidate(
                table,
                kind,
                columns,
                names.of(columns.get(0)) + " >= " + names.of(columns.get(1)),
                seen.rows,
                broken,
                surprise,
                whole));
    }

    /** True for times, and for numbers whose names share a word or that hold amounts of one thing by their types. */
    static boolean areAlike(Values one, Values other) {
        if (one.comparable() != Comparable.NUMBER && one.comparable() != Comparable.REAL) {
            return true;
        }
        List<String> words = NameWords.of(one.column().name()).specific().all();
        return !Collections.disjoint(
                words, NameWords.of(other.column().name()).specific().all());
    }

    private static Seen seen(Values one, Values other, boolean whole) {
        long most = Candidate.most(one.rows(), whole);
        long rows = 0;
        long less = 0;
        long greater = 0;
        long touching = 0;
        for (int row = 0; row < one.rows() && Math.min(less, greater) <= most; row++) {
            if (!one.isMissing(row) && !other.isMissing(row)) {
                long a = one.get(row);
                long b = other.get(row);
                rows++;
                less += a < b ? 1 : 0;
                greater += a > b ? 1 : 0;
                touching += a == b && a != 0 ? 1 : 0;
            }
        }
        return new Seen(rows, less, greater, touching);
    }
}
