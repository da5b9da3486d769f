package dev.understudy.found;

import dev.understudy.found.Values.Comparable;
import dev.understudy.schema.ColumnName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Columns of few values of which one tells another: a zip its city. */
final class Determined {
    private static final int MOST_COLUMNS = 40;
    private static final int MOST_VALUES = 2_000;
    private static final int FEWEST_VALUES = 3;
    /** Rows for each value of the column that tells, at least on the whole. */
    private static final int ROWS_PER_VALUE = 5;
    /** Share of the most frequent value of the column that is told. */
    private static final double MOST_FREQUENT = 0.9;

    private final Sample sample;
    private final RuleNames names;

    private Determined(Sample sample, RuleNames names) {
        this.sample = sample;
        this.names = names;
    }

    /** Values as small numbers, -1 where one is missing. */
    private record Coded(Values of, int[] codes, int[] counts) {
        static Coded of(Values values) {
            Map<Long, Integer> known = new HashMap<>();
            int[] codes = new int[values.rows()];
            List<int[]> counts = new ArrayList<>();
            for (int row = 0; row < codes.length; row++) {
                if (values.isMissing(row)) {
                    codes[row] = -1;
                    continue;
                }
                Integer code = known.get(values.get(row));
                if (code == null) {
                    code = counts.size();
                    known.put(values.get(row), code);
                    counts.add(new int[1]);
                }
                codes[row] = code;
                counts.get(code)[0]++;
            }
            return new Coded(
                    values, codes, counts.stream().mapToInt(one -> one[0]).toArray());
        }

        int rows() {
            int rows = 0;
            for (int count : counts) {
                rows += count;
            }
            return rows;
        }

        /** True if it may tell another: few values, each often enough. */
        boolean tells() {
            return counts.length >= FEWEST_VALUES
                    && counts.length <= MOST_VALUES
                    && rows() >= (long) ROWS_PER_VALUE * counts.length
                    && rows() >= Candidate.FEWEST_ROWS;
        }
    }

    /** @param values that may tell each other, without those that are the same */
    static List<Candidate> within(Sample sample, List<Values> values, RuleNames names) {
        Determined search = new Determined(sample, names);
        List<Coded> coded = values.stream()
                .filter(one -> one.comparable() == Comparable.TEXT
                        || one.comparable() == Comparable.LABEL
                        || one.comparable() == Comparable.FLAG
                        || one.comparable() == Comparable.NUMBER && one.scale() == 0)
                .filter(one -> !one.constant())
                .map(Coded::of)
                .filter(one -> one.counts.length <= MOST_VALUES)
                .limit(MOST_COLUMNS)
                .toList();
        List<Candidate> found = new ArrayList<>();
        for (Coded by : coded) {
            for (Coded told : coded) {
                if (by != told && by.tells() && by.counts.length >= told.counts.length) {
                    search.look(by, told, found);
                }
            }
        }
        return found;
    }

    private void look(Coded by, Coded told, List<Candidate> found) {
        long most = Candidate.most(sample.rows(), sample.whole());
        int[] first = new int[by.counts.length];
        int[] seen = new int[told.counts.length];
        int frequent = 0;
        long rows = 0;
        long broken = 0;
        for (int row = 0; row < by.codes.length && broken <= most; row++) {
            if (by.codes[row] >= 0 && told.codes[row] >= 0) {
                rows++;
                frequent = Math.max(frequent, ++seen[told.codes[row]]);
                int expected = first[by.codes[row]];
                if (expected == 0) {
                    first[by.codes[row]] = told.codes[row] + 1;
                } else {
                    broken += expected != told.codes[row] + 1 ? 1 : 0;
                }
            }
        }
        boolean isTold = frequent <= MOST_FREQUENT * rows;
        if (isTold
                && rows >= (long) ROWS_PER_VALUE * by.counts.length
                && rows >= Candidate.FEWEST_ROWS
                && broken <= Candidate.most(rows, sample.whole())) {
            ColumnName one =
                    new ColumnName(sample.table().name(), by.of.column().name());
            ColumnName other =
                    new ColumnName(sample.table().name(), told.of.column().name());
            found.add(new Candidate(
                    sample.table().name(),
                    Kind.DETERMINES,
                    List.of(one, other),
                    names.of(one) + " -> " + names.of(other),
                    rows,
                    broken,
                    1 - (double) frequent / rows,
                    sample.whole()));
        }
    }
}
