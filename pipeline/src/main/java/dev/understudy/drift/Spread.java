package dev.understudy.drift;

import dev.understudy.compare.FamilyRows;
import dev.understudy.compare.SideRows;
import dev.understudy.judging.EvaluationPlan;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TableName;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the rows of some families are spread over bins that are given. */
final class Spread {
    private final SideRows rows;

    /** @param families whole ones, of every table of the plan that is learned */
    Spread(EvaluationPlan plan, FamilyRows families) {
        this.rows = new SideRows(plan.plan().schema(), plan.plan().graph(), families.rows(), columns(plan));
    }

    /** Per table, parents first, the columns whose spread says something, and keys. */
    static Map<TableName, List<Column>> columns(EvaluationPlan plan) {
        Map<TableName, List<Column>> columns = new LinkedHashMap<>();
        plan.columns().forEach((table, read) -> {
            List<Column> some = read.stream().filter(Spread::isSpread).toList();
            if (!some.isEmpty()) {
                columns.put(table, some);
            }
        });
        return columns;
    }

    private static boolean isSpread(Column column) {
        return switch (column.type().family()) {
            case BINARY, JSON, XML, GEOMETRY, COMPOSITE, RANGE, INTERVAL, OTHER -> false;
            default -> true;
        };
    }

    SideRows rows() {
        return rows;
    }

    static boolean isNumber(Column column) {
        return switch (column.type().family()) {
            case INTEGER, DECIMAL, REAL, DATE, TIME, TIMESTAMP, TIMESTAMP_ZONED -> true;
            default -> false;
        };
    }

    /** NaN where missing. */
    double[] values(TableName table, Column column) {
        return rows.values(table, column);
    }

    /** Different families that have rows in a table. */
    long families(TableName table) {
        return Arrays.stream(rows.families(table)).distinct().count();
    }

    static double missing(double[] values) {
        double missing = Arrays.stream(values).filter(Double::isNaN).count();
        return values.length == 0 ? 0 : Histogram.rounded(missing / values.length);
    }

    /** Shares of the bins of numbers. */
    static List<Double> shares(double[] values, List<Double> bounds) {
        return Histogram.shares(
                bounds.size() + 1,
                Arrays.stream(values)
                        .filter(value -> !Double.isNaN(value))
                        .mapToInt(value -> Histogram.bin(bounds, value)));
    }

    /** Shares of labels, and last of all others. */
    static List<Double> shares(Column column, double[] values, List<String> labels) {
        Map<Double, Integer> places = new HashMap<>();
        labels.forEach(label -> places.put(SideRows.value(column, label), places.size()));
        return Histogram.shares(
                labels.size() + 1,
                Arrays.stream(values)
                        .filter(value -> !Double.isNaN(value))
                        .mapToInt(value -> places.getOrDefault(value, labels.size())));
    }

    /** Children of each parent. */
    double[] fans(ForeignKey link) {
        double[] fans = new double[rows.rows(link.parent())];
        for (int parent : rows.parents(link)) {
            if (parent >= 0) {
                fans[parent]++;
            }
        }
        return fans;
    }

    /** Share of the children without a parent. */
    double orphaned(ForeignKey link) {
        int[] parents = rows.parents(link);
        double orphans = Arrays.stream(parents).filter(parent -> parent < 0).count();
        return parents.length == 0 ? 0 : Histogram.rounded(orphans / parents.length);
    }
}
