package dev.understudy.found;

import dev.understudy.schema.ColumnName;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Columns that say the same. */
final class Equalities {
    /** Share of pairs of unrelated rows that are equal; above, columns may be equal by chance. */
    private static final double MOST_EQUAL = 0.6;

    private Equalities() {}

    /** Within a table. @param values that may be equal */
    static List<Candidate> within(Sample sample, List<Values> values, RuleNames names) {
        List<Candidate> found = new ArrayList<>();
        TableName table = sample.table().name();
        for (int a = 0; a < values.size(); a++) {
            for (int b = 0; b < a; b++) {
                between(Kind.EQUAL, table, values.get(a), table, values.get(b), sample.whole(), names)
                        .ifPresent(found::add);
            }
        }
        return found;
    }

    /** {@code one} is a column of {@code table}. */
    static Optional<Candidate> between(
            Kind kind,
            TableName table,
            Values one,
            TableName otherTable,
            Values other,
            boolean whole,
            RuleNames names) {
        return Compared.of(one, other)
                .flatMap(both -> compared(
                        kind,
                        new ColumnName(table, one.column().name()),
                        new ColumnName(otherTable, other.column().name()),
                        both,
                        whole,
                        names));
    }

    private static Optional<Candidate> compared(
            Kind kind, ColumnName name, ColumnName otherName, Compared both, boolean whole, RuleNames names) {
        Values one = both.one();
        Values other = both.other();
        long most = Candidate.most(one.rows(), whole);
        long rows = 0;
        long broken = 0;
        for (int row = 0; row < one.rows() && broken <= most; row++) {
            if (!one.isMissing(row) && !other.isMissing(row)) {
                rows++;
                broken += one.get(row) != other.get(row) ? 1 : 0;
            }
        }
        if (rows < Candidate.FEWEST_ROWS || broken > Candidate.most(rows, whole)) {
            return Optional.empty();
        }
        double chance = both.byChance("equalities", (a, b) -> a == b, 1);
        return chance > MOST_EQUAL
                ? Optional.empty()
                : Optional.of(new Candidate(
                        name.table(),
                        kind,
                        List.of(name, otherName),
                        names.of(name) + " = " + names.of(otherName),
                        rows,
                        broken,
                        1 - chance,
                        whole));
    }
}
