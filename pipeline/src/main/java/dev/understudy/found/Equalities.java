package dev.understudy.found;

import dev.understudy.random.Draws;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Columns that say the same. */
final class Equalities {
    /** Share of pairs of unrelated rows that are equal; above, columns may be equal by chance. */
    private static final double MOST_EQUAL = 0.6;

    private static final int PAIRS = 2_000;

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
        if (one.comparable() != other.comparable() || one.constant() || other.constant()) {
            return Optional.empty();
        }
        int scale = Math.max(one.scale(), other.scale());
        Optional<Values> a = one.at(scale);
        Optional<Values> b = other.at(scale);
        return a.isEmpty() || b.isEmpty()
                ? Optional.empty()
                : compared(
                        kind,
                        new ColumnName(table, one.column().name()),
                        a.get(),
                        new ColumnName(otherTable, other.column().name()),
                        b.get(),
                        whole,
                        names);
    }

    private static Optional<Candidate> compared(
            Kind kind,
            ColumnName name,
            Values one,
            ColumnName otherName,
            Values other,
            boolean whole,
            RuleNames names) {
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
        double chance = equalByChance(one, other);
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

    private static double equalByChance(Values one, Values other) {
        Draws draws = Draws.seeded(1).at("equalities");
        int pairs = 0;
        int equal = 0;
        for (int i = 0; i < PAIRS; i++) {
            int a = draws.below(one.rows(), i, 0);
            int b = draws.below(other.rows(), i, 1);
            if (!one.isMissing(a) && !other.isMissing(b)) {
                pairs++;
                equal += one.get(a) == other.get(b) ? 1 : 0;
            }
        }
        return pairs == 0 ? 1 : (double) equal / pairs;
    }
}
