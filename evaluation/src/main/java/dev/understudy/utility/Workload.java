package dev.understudy.utility;

import dev.understudy.compare.ColumnKind;
import dev.understudy.compare.ComparedColumn;
import dev.understudy.compare.ComparedLink;
import dev.understudy.compare.ComparedTable;
import dev.understudy.compare.Comparison;
import dev.understudy.compare.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Aggregate queries that an analyst would ask, answered on both sides: shares and means by label, of one table and over one
 * link. Only groups that k families share have labels, so only those are compared.
 */
public final class Workload {
    private static final int MOST_QUERIES = 200;
    private static final int FEWEST_ROWS = 20;
    private static final int MOST_LABELS = 50;

    private Workload() {}

    /**
     * One query.
     *
     * @param sql    as an analyst would write it
     * @param groups groups of at least 20 real rows
     * @param median relative error of the middle group
     * @param worst  relative error of the worst group
     */
    public record Query(String sql, int groups, double median, double worst) {}

    /**
     * All queries.
     *
     * @param median relative error of the middle query; NaN without queries
     */
    public record Result(List<Query> queries, double median) {
        public Result {
            queries = List.copyOf(queries);
        }
    }

    public static Result of(Comparison comparison) {
        List<Query> queries = new ArrayList<>();
        for (ComparedTable table : comparison.tables()) {
            int[][] own = new int[2][];
            for (Side side : Side.values()) {
                own[side.ordinal()] = new int[table.rows(side)];
                Arrays.setAll(own[side.ordinal()], row -> row);
            }
            ask(queries, table, "", table, own);
        }
        for (ComparedLink link : comparison.links()) {
            if (link.parent() != link.child()) {
                ask(
                        queries,
                        link.child(),
                        " JOIN %s ON %s".formatted(link.parent().name(), link.name()),
                        link.parent(),
                        new int[][] {link.real(), link.synthetic()});
            }
        }
        double median = median(queries.stream().mapToDouble(Query::median));
        return new Result(queries, median);
    }

    /** @param rows by side and row of the table, the row of the table that is grouped by */
    private static void ask(
            List<Query> queries, ComparedTable table, String join, ComparedTable grouped, int[][] rows) {
        for (ComparedColumn by : grouped.columns()) {
            if (!by.isCategory() || by.labels().isEmpty() || by.labels().size() > MOST_LABELS) {
                continue;
            }
            if (queries.size() >= MOST_QUERIES) {
                return;
            }
            add(queries, "count(*)", table, join, grouped, by, rows, null);
            for (ComparedColumn measure : table.columns()) {
                if (measure.kind() == ColumnKind.NUMBER && queries.size() < MOST_QUERIES) {
                    add(queries, "avg(%s)".formatted(measure.name()), table, join, grouped, by, rows, measure);
                }
            }
        }
    }

    private static void add(
            List<Query> queries,
            String what,
            ComparedTable table,
            String join,
            ComparedTable grouped,
            ComparedColumn by,
            int[][] rows,
            ComparedColumn measure) {
        double[][] counts = new double[2][by.labels().size()];
        double[][] answers = new double[2][by.labels().size()];
        for (Side side : Side.values()) {
            int s = side.ordinal();
            double[] labels = by.values(side);
            for (int row = 0; row < rows[s].length; row++) {
                double value = measure == null ? 1 : measure.values(side)[row];
                if (rows[s][row] < 0 || Double.isNaN(value) || Double.isNaN(labels[rows[s][row]])) {
                    continue;
                }
                int label = (int) labels[rows[s][row]];
                if (label < by.labels().size()) {
                    counts[s][label]++;
                    answers[s][label] += value;
                }
            }
            for (int label = 0; label < answers[s].length; label++) {
                answers[s][label] /= measure == null ? Math.max(1, rows[s].length) : Math.max(1, counts[s][label]);
            }
        }
        double[] errors = new double[by.labels().size()];
        int n = 0;
        double spread = measure == null ? 0 : deviation(measure.real());
        for (int label = 0; label < errors.length; label++) {
            if (counts[0][label] >= FEWEST_ROWS) {
                // A mean near zero would make any error endless.
                double size = Math.max(Math.abs(answers[0][label]), spread);
                errors[n++] = size == 0 ? 0 : Math.abs(answers[1][label] - answers[0][label]) / size;
            }
        }
        if (n > 0) {
            double[] used = Arrays.copyOf(errors, n);
            queries.add(new Query(
                    "SELECT %s, %s FROM %s%s GROUP BY %s"
                            .formatted(
                                    grouped == table ? by.name() : grouped.name() + "." + by.name(),
                                    what,
                                    table.name(),
                                    join,
                                    grouped == table ? by.name() : grouped.name() + "." + by.name()),
                    n,
                    median(Arrays.stream(used)),
                    Arrays.stream(used).max().orElseThrow()));
        }
    }

    private static double deviation(double[] values) {
        double[] present = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        double mean = Arrays.stream(present).average().orElse(0);
        return Math.sqrt(Arrays.stream(present)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElse(0));
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
