package dev.understudy.found;

import dev.understudy.schema.ColumnName;
import java.util.ArrayList;
import java.util.List;

/** Whole numbers and decimals that are the sum or the product of two others. A difference is a sum told from its other end. */
final class Arithmetic {
    /** Columns beyond these are not tried: there are half as many triples as their third power. */
    private static final int MOST_COLUMNS = 40;

    private final Sample sample;
    private final RuleNames names;
    private final List<Candidate> found = new ArrayList<>();

    private Arithmetic(Sample sample, RuleNames names) {
        this.sample = sample;
        this.names = names;
    }

    /** @param numbers that may be made of each other */
    static List<Candidate> within(Sample sample, List<Values> numbers, RuleNames names) {
        Arithmetic search = new Arithmetic(sample, names);
        int scale = numbers.stream().mapToInt(Values::scale).max().orElse(0);
        List<Values> alike = numbers.stream()
                .filter(values -> !values.constant())
                .flatMap(values -> values.at(scale).stream())
                .limit(MOST_COLUMNS)
                .toList();
        for (Values goal : alike) {
            for (int a = 0; a < alike.size(); a++) {
                for (int b = 0; b < a; b++) {
                    if (alike.get(a) != goal && alike.get(b) != goal) {
                        search.trySum(goal, alike.get(b), alike.get(a));
                        search.tryProduct(goal, alike.get(b), alike.get(a));
                    }
                }
            }
        }
        return search.found;
    }

    private void trySum(Values goal, Values one, Values other) {
        long most = Candidate.most(sample.rows(), sample.whole());
        long rows = 0;
        long telling = 0;
        long broken = 0;
        for (int row = 0; row < sample.rows() && broken <= most; row++) {
            if (!goal.isMissing(row) && !one.isMissing(row) && !other.isMissing(row)) {
                rows++;
                telling += one.get(row) != 0 && other.get(row) != 0 ? 1 : 0;
                broken += goal.get(row) != one.get(row) + other.get(row) ? 1 : 0;
            }
        }
        add(Kind.SUM, " + ", goal, one, other, rows, telling, broken);
    }

    private void tryProduct(Values goal, Values one, Values other) {
        long most = Candidate.most(sample.rows(), sample.whole());
        long unit = (long) Math.pow(10, goal.scale());
        long rows = 0;
        long telling = 0;
        long broken = 0;
        for (int row = 0; row < sample.rows() && broken <= most; row++) {
            if (!goal.isMissing(row) && !one.isMissing(row) && !other.isMissing(row)) {
                rows++;
                long a = one.get(row);
                long b = other.get(row);
                telling += a != 0 && b != 0 && a != unit && b != unit ? 1 : 0;
                broken += isProduct(goal.get(row), a, b, unit) ? 0 : 1;
            }
        }
        add(Kind.PRODUCT, " * ", goal, one, other, rows, telling, broken);
    }

    /** Each number stands for its quotient by {@code unit}. What does not fit into 64 bits is none. */
    private static boolean isProduct(long goal, long one, long other, long unit) {
        long high = Math.multiplyHigh(one, other);
        long low = one * other;
        boolean fits = high == 0 && low >= 0 || high == -1 && low < 0;
        return fits && low % unit == 0 && low / unit == goal;
    }

    private void add(
            Kind kind, String sign, Values goal, Values one, Values other, long rows, long telling, long broken) {
        if (telling < Candidate.FEWEST_ROWS || broken > Candidate.most(rows, sample.whole())) {
            return;
        }
        List<ColumnName> columns = new ArrayList<>();
        for (Values values : List.of(goal, one, other)) {
            columns.add(new ColumnName(sample.table().name(), values.column().name()));
        }
        found.add(new Candidate(
                sample.table().name(),
                kind,
                columns,
                names.of(columns.get(0)) + " = " + names.of(columns.get(1)) + sign + names.of(columns.get(2)),
                rows,
                broken,
                (double) telling / rows,
                sample.whole()));
    }
}
