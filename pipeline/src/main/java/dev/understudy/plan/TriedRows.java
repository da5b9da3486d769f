package dev.understudy.plan;

import dev.understudy.model.TableMode;
import dev.understudy.schema.Check;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many rows came out when tables without rows in the source were filled for a trial; fewer than wanted where their
 * constraints let no more through.
 */
final class TriedRows {
    private final Schema schema;
    private final Map<TableName, Long> wanted;
    private final Map<TableName, Long> most = new LinkedHashMap<>();
    private final Map<TableName, Long> left = new LinkedHashMap<>();

    /** Share of the rows, and rows, that chance may cost; a table that loses no more is asked for as many as before. */
    private static final double FEW = 0.02;

    private static final int FEW_ROWS = 3;

    /** @param wanted rows by table */
    TriedRows(Schema schema, Map<TableName, Long> wanted) {
        this.schema = schema;
        this.wanted = Map.copyOf(wanted);
    }

    /** What is wanted of tables that are filled, as far as it came out. */
    Map<TableName, Long> possible(Map<TableName, TableMode> modes) {
        Map<TableName, Long> possible = new LinkedHashMap<>();
        modes.forEach((name, mode) -> {
            if (mode == TableMode.FILL) {
                possible.put(name, Math.min(wanted.get(name), most.getOrDefault(name, Long.MAX_VALUE)));
            }
        });
        return possible;
    }

    /** Tries a plan. @param modes tables without a single row are set to {@link TableMode#EMPTY} @return false if all came out */
    boolean isShort(Plan plan, FillTrial trial, Map<TableName, TableMode> modes) {
        boolean any = false;
        left.clear();
        for (Map.Entry<TableName, Long> tried : trial.rows(plan).entrySet()) {
            TableName name = tried.getKey();
            long asked = plan.table(name).orElseThrow().targetRows();
            long missing = asked - tried.getValue();
            if (missing > 0 && tried.getValue() > 0 && missing <= FEW * asked + FEW_ROWS) {
                left.put(name, missing);
            } else if (missing > 0) {
                any = true;
                most.merge(name, tried.getValue(), Math::min);
                if (tried.getValue() == 0) {
                    modes.put(name, TableMode.EMPTY);
                }
            }
        }
        return any;
    }

    /** True if no row came out. */
    boolean isBarren(TableName name) {
        return most.getOrDefault(name, 1L) == 0;
    }

    /** The plan, with what was found out. */
    Plan told(Plan plan) {
        List<Warning> all = new ArrayList<>(plan.warnings());
        all.addAll(warnings());
        return plan.with(all);
    }

    /** Tables that get fewer rows than wanted, or none. */
    private List<Warning> warnings() {
        List<Warning> warnings = new ArrayList<>();
        most.forEach((name, rows) -> warnings.add(
                rows == 0
                        ? new Warning(
                                "no-row-passes",
                                name.toString(),
                                "stays empty, because no row was found that meets %s and has the parents that it needs."
                                        .formatted(constraints(name)))
                        : new Warning(
                                "fewer-rows",
                                name.toString(),
                                "gets %,d rows at most instead of %,d, because no more were found that meet %s."
                                        .formatted(rows, wanted.get(name), constraints(name)))));
        left.forEach((name, rows) -> warnings.add(new Warning(
                "rows-left-out",
                name.toString(),
                "%d rows or so will be left out, because no values are found that meet %s."
                        .formatted(rows, constraints(name)))));
        return warnings;
    }

    private String constraints(TableName name) {
        String names = schema.table(name).orElseThrow().checks().stream()
                .map(Check::name)
                .filter(check -> !check.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "its keys" : "its keys and checks (" + names + ")";
    }
}
