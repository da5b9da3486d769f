package dev.understudy.job;

import dev.understudy.model.AskedCondition;
import dev.understudy.model.Total;
import dev.understudy.schema.Check;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.rule.ColumnReference;
import dev.understudy.schema.rule.Condition;
import dev.understudy.schema.rule.Expression;
import dev.understudy.schema.rule.Literal;
import dev.understudy.schema.rule.RowKey;
import dev.understudy.schema.rule.Rule;
import dev.understudy.sql.rules.AskedChecks;
import dev.understudy.sql.rules.ImpliedRules;
import dev.understudy.sql.rules.KeyText;
import dev.understudy.sql.rules.RuleLabels;
import dev.understudy.sql.rules.RuleText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The checks of a schema as far as they are understood.
 *
 * @param byTable conditions that new rows are made to meet
 * @param labels  texts that conditions allow a column
 * @param totals  columns that follow from the children of their rows, as the operator says
 * @param keys    unique keys over expressions, or of some rows only
 * @param asked   what only the database can judge
 */
record KnownRules(
        Map<TableName, List<Rule>> byTable,
        Map<ColumnName, List<String>> labels,
        Map<TableName, List<Total>> totals,
        Map<TableName, List<RowKey>> keys,
        Map<TableName, List<AskedCondition>> asked) {
    static KnownRules of(Schema schema) {
        Map<TableName, List<Rule>> byTable = new LinkedHashMap<>();
        Map<ColumnName, List<String>> labels = new LinkedHashMap<>();
        Map<TableName, List<RowKey>> keys = new LinkedHashMap<>();
        Map<TableName, List<AskedCondition>> asked = new LinkedHashMap<>();
        for (Table table : schema.rowTables()) {
            List<Rule> rules = new ArrayList<>(RuleText.rules(schema.vendor(), table));
            rules.addAll(ImpliedRules.of(schema, table));
            rules.addAll(RuleText.declared(schema, table.name()));
            if (!rules.isEmpty()) {
                byTable.put(table.name(), rules);
            }
            List<RowKey> ofTable = KeyText.keys(schema, table);
            if (!ofTable.isEmpty()) {
                keys.put(table.name(), ofTable);
            }
            for (Rule rule : rules) {
                RuleLabels.of(rule.condition())
                        .forEach((column, allowed) ->
                                labels.merge(new ColumnName(table.name(), column), allowed, KnownRules::common));
            }
            List<AskedCondition> ofRows = AskedChecks.of(schema, table).stream()
                    .map(check -> asked(table, check))
                    .toList();
            if (!ofRows.isEmpty()) {
                asked.put(table.name(), ofRows);
            }
        }
        return new KnownRules(byTable, labels, DeclaredTotals.of(schema), keys, asked);
    }

    private static AskedCondition asked(Table table, Check check) {
        List<String> columns =
                AskedChecks.columns(table, check).stream().map(Column::name).toList();
        return new AskedCondition(check.name(), check.expression(), columns);
    }

    /** Names of what only the database can judge, as {@code schema.table.check}. */
    List<String> opaque() {
        List<String> names = new ArrayList<>();
        asked.forEach((table, conditions) -> conditions.forEach(one -> names.add(table + "." + one.name())));
        return names;
    }

    /** Without what depends on rows of tables, which are not there while new rows are made. */
    Map<TableName, List<AskedCondition>> askedOfRows(Schema schema) {
        Map<TableName, List<AskedCondition>> left = new LinkedHashMap<>();
        asked.forEach((table, conditions) -> left.put(
                table,
                conditions.stream()
                        .filter(one -> !AskedChecks.readsTables(schema, new Check(one.name(), one.text(), true, "")))
                        .toList()));
        return left;
    }

    /** @param tried texts of columns that no condition lists */
    KnownRules with(Schema schema, Map<ColumnName, List<String>> tried) {
        Map<ColumnName, List<String>> all = new LinkedHashMap<>(labels);
        tried.forEach(all::putIfAbsent);
        Map<TableName, List<Rule>> byTable = new LinkedHashMap<>(this.byTable);
        tried.forEach((column, texts) -> {
            Table table = schema.table(column.table()).orElseThrow();
            if (!texts.isEmpty() && isAsked(table, column.column())) {
                List<Rule> rules = new ArrayList<>(byTable.getOrDefault(column.table(), List.of()));
                rules.add(listed(table, column.column(), texts));
                byTable.put(column.table(), rules);
            }
        });
        return new KnownRules(byTable, all, totals, keys, asked);
    }

    /** True if only the database can tell whether a value will do; otherwise another one that keeps the rules is as good. */
    private boolean isAsked(Table table, String column) {
        boolean text = table.column(column).orElseThrow().type().family() == TypeFamily.TEXT;
        return !text
                || asked.getOrDefault(table.name(), List.of()).stream()
                        .anyMatch(condition -> condition.columns().contains(column));
    }

    /** Nothing but what was tried may be written. */
    private static Rule listed(Table table, String column, List<String> texts) {
        List<Expression> items =
                texts.stream().<Expression>map(Literal.Text::new).toList();
        return new Rule(
                "values of " + column,
                new Condition.InList(new ColumnReference(table.columnIndex(column), column), items));
    }

    private static List<String> common(List<String> one, List<String> other) {
        return one.stream().filter(other::contains).toList();
    }
}
