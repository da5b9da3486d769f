package dev.understudy.drift;

import dev.understudy.compare.FamilyRows;
import dev.understudy.compare.SideRows;
import dev.understudy.data.RowSource;
import dev.understudy.judging.EvaluationPlan;
import dev.understudy.read.SnapshotSource;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TableName;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Some whole families of a source, and how their rows are spread over bins that are given. Made once, looked at many times. */
public final class Spread {
    private final EvaluationPlan plan;
    private final Map<TableName, List<Column>> columns;
    private final FamilyRows sample;
    private final Set<TableName> lone;
    private final SideRows rows;
    private final Map<TableName, Long> families = new HashMap<>();

    private Spread(EvaluationPlan plan, FamilyRows sample, Set<TableName> lone) {
        this.plan = plan;
        this.columns = columns(plan);
        this.sample = sample;
        this.lone = lone;
        this.rows = new SideRows(plan.plan().schema(), plan.plan().graph(), sample.rows(), columns);
    }

    /** Whole families, as many as fit into memory; of tables that no link connects with others, rows that the source picks. */
    public static Spread read(EvaluationPlan plan, SnapshotSource rows) {
        Set<TableName> lone = LoneTables.of(plan, columns(plan).keySet());
        Map<TableName, Double> shares = new LinkedHashMap<>(plan.shares());
        shares.keySet().removeAll(lone);
        return new Spread(plan, read(plan, new LoneTables(rows, lone), shares), lone);
    }

    /** All of some whole families. @param rows read once */
    public static Spread ofFamilies(EvaluationPlan plan, RowSource rows) {
        return of(plan, read(plan, rows, plan.shares()));
    }

    private static FamilyRows read(EvaluationPlan plan, RowSource rows, Map<TableName, Double> shares) {
        return FamilyRows.read(plan.plan().graph(), rows, plan.tables(), columns(plan), shares);
    }

    /** @param sample whole families, of every table of the plan that is learned */
    public static Spread of(EvaluationPlan plan, FamilyRows sample) {
        return new Spread(plan, sample, Set.of());
    }

    EvaluationPlan plan() {
        return plan;
    }

    Map<TableName, List<Column>> columns() {
        return columns;
    }

    /** Rows of the whole table, looked at or not. */
    long total(TableName table) {
        return lone.contains(table) ? plan.plan().table(table).orElseThrow().sourceRows() : sample.total(table);
    }

    /** Per table, parents first, the columns whose spread says something, and keys. */
    private static Map<TableName, List<Column>> columns(EvaluationPlan plan) {
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
        return families.computeIfAbsent(table, name -> different(rows.families(name)));
    }

    private static long different(long[] families) {
        long[] sorted = families.clone();
        Arrays.sort(sorted);
        return IntStream.range(0, sorted.length)
                .filter(i -> i == 0 || sorted[i] != sorted[i - 1])
                .count();
    }

    static double missing(double[] values) {
        double missing = Arrays.stream(values).filter(Double::isNaN).count();
        return values.length == 0 ? 0 : Histogram.rounded(missing / values.length);
    }

    /** Shares of the bins of numbers. */
    static List<Double> shares(double[] values, List<Double> bounds) {
        double[] starts = Histogram.starts(bounds);
        double[] counts = new double[bounds.size() + 1];
        for (double value : values) {
            if (!Double.isNaN(value)) {
                counts[Histogram.bin(starts, value)]++;
            }
        }
        return Histogram.shares(counts);
    }

    /** Shares of labels, and last of all others. */
    static List<Double> shares(Column column, double[] values, List<String> labels) {
        Map<Double, Integer> places = new HashMap<>();
        labels.forEach(label -> places.put(SideRows.value(column, label), places.size()));
        double[] counts = new double[labels.size() + 1];
        for (double value : values) {
            if (!Double.isNaN(value)) {
                counts[places.getOrDefault(value, labels.size())]++;
            }
        }
        return Histogram.shares(counts);
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
