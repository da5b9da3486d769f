package dev.understudy.found;

import dev.understudy.schema.ColumnName;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/** Columns of which exactly one has a value in every row. */
final class OneOf {
    private static final int MOST_COLUMNS = 16;
    private static final int MOST_TOGETHER = 4;
    /** Rows in which each of them must have a value. */
    private static final int FEWEST_ROWS = 20;

    private final Sample sample;
    private final RuleNames names;
    private final List<Values> columns;
    private final List<Candidate> found = new ArrayList<>();

    private OneOf(Sample sample, RuleNames names, List<Values> columns) {
        this.sample = sample;
        this.names = names;
        this.columns = columns;
    }

    /** @param values of any kind */
    static List<Candidate> within(Sample sample, List<Values> values, RuleNames names) {
        if (sample.rows() < Candidate.FEWEST_ROWS) {
            return List.of();
        }
        List<Values> some = values.stream()
                .filter(one -> one.column().nullable())
                .filter(one -> one.missing().cardinality() >= FEWEST_ROWS)
                .filter(one -> sample.rows() - one.missing().cardinality() >= FEWEST_ROWS)
                .limit(MOST_COLUMNS)
                .toList();
        OneOf search = new OneOf(sample, names, some);
        search.extend(List.of(), new BitSet(), 0);
        return search.found;
    }

    /** @param taken rows in which one of the chosen has a value */
    private void extend(List<Values> chosen, BitSet taken, int from) {
        if (taken.cardinality() == sample.rows()) {
            found.add(candidate(chosen));
            return;
        }
        for (int c = from; c < columns.size() && chosen.size() < MOST_TOGETHER; c++) {
            BitSet present = (BitSet) columns.get(c).missing().clone();
            present.flip(0, sample.rows());
            if (!present.intersects(taken)) {
                present.or(taken);
                List<Values> more = new ArrayList<>(chosen);
                more.add(columns.get(c));
                extend(more, present, c + 1);
            }
        }
    }

    private Candidate candidate(List<Values> chosen) {
        List<ColumnName> of = chosen.stream()
                .map(one -> new ColumnName(sample.table().name(), one.column().name()))
                .toList();
        String text = of.stream()
                .map(one -> of.stream()
                        .map(other -> names.of(other) + (other.equals(one) ? " IS NOT NULL" : " IS NULL"))
                        .collect(Collectors.joining(" AND ")))
                .collect(Collectors.joining(" OR "));
        return new Candidate(sample.table().name(), Kind.ONE_OF, of, text, sample.rows(), 0, 1, sample.whole());
    }
}
