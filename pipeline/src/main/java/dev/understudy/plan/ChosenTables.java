package dev.understudy.plan;

import dev.understudy.learn.Learner;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The operator's wishes for tables, resolved to the tables of a schema. */
public final class ChosenTables {
    private final Map<TableName, RowMode> modes = new HashMap<>();
    private final Map<TableName, Double> scales = new HashMap<>();
    private final Map<TableName, Long> rows = new HashMap<>();
    private final Map<TableName, Learner> learners = new HashMap<>();
    private final List<TableName> subjects = new ArrayList<>();

    private ChosenTables() {}

    /** @throws UnderstudyException with {@code USAGE} for a pattern that matches no table */
    public static ChosenTables of(Schema schema, PlanSettings settings) {
        ChosenTables chosen = new ChosenTables();
        settings.tables().stream()
                .filter(rule -> !new Glob(rule.pattern()).isExact())
                .forEach(rule -> chosen.apply(rule, schema));
        settings.tables().stream()
                .filter(rule -> new Glob(rule.pattern()).isExact())
                .forEach(rule -> chosen.apply(rule, schema));
        settings.subjects()
                .forEach(pattern -> chosen.subjects.addAll(matching(schema, pattern, "privacy.subject: " + pattern)));
        return chosen;
    }

    private void apply(TableRule rule, Schema schema) {
        for (TableName table : matching(schema, rule.pattern(), "tables." + rule.pattern())) {
            rule.mode().ifPresent(mode -> modes.put(table, mode));
            rule.scale().ifPresent(scale -> scales.put(table, scale));
            rule.rows().ifPresent(number -> rows.put(table, number));
            rule.learner().ifPresent(learner -> learners.put(table, learner));
        }
    }

    private static List<TableName> matching(Schema schema, String pattern, String setting) {
        Glob glob = new Glob(pattern);
        List<TableName> tables = schema.rowTables().stream()
                .map(Table::name)
                .filter(name -> glob.matches(name.name()) || glob.matches(name.toString()))
                .toList();
        if (tables.isEmpty()) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "%s matches no table of the source; `understudy plan` lists them.".formatted(setting));
        }
        return tables;
    }

    /** What the operator wants; {@link RowMode#AUTO} where nothing was said. */
    public RowMode mode(TableName table) {
        return modes.getOrDefault(table, RowMode.AUTO);
    }

    /** Rows wanted for single tables that have none in the source. */
    Map<TableName, Long> rows() {
        return Map.copyOf(rows);
    }

    /** Learners of single tables. */
    public Map<TableName, Learner> learners() {
        return Map.copyOf(learners);
    }

    /** Factors on the rows of single tables. */
    public Map<TableName, Double> scales() {
        return Map.copyOf(scales);
    }

    /** Tables named as subjects, in the order of the settings. */
    public List<TableName> subjects() {
        return List.copyOf(subjects);
    }

    /** Tables that are read: all with rows but the skipped and the empty ones. */
    public List<Table> read(Schema schema) {
        return schema.rowTables().stream()
                .filter(table -> mode(table.name()) != RowMode.SKIP && mode(table.name()) != RowMode.EMPTY)
                .toList();
    }
}
