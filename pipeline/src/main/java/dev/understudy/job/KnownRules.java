package dev.understudy.job;

import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.rule.ColumnReference;
import dev.understudy.schema.rule.Condition;
import dev.understudy.schema.rule.Expression;
import dev.understudy.schema.rule.Literal;
import dev.understudy.schema.rule.RowKey;
import dev.understudy.schema.rule.Rule;
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
 * @param keys    unique keys over expressions, or of some rows only
 * @param opaque  checks that only the target can judge, as {@code schema.table.check}
 */
record KnownRules(
        Map<TableName, List<Rule>> byTable,
        Map<ColumnName, List<String>> labels,
        Map<TableName, List<RowKey>> keys,
        List<String> opaque) {
    static KnownRules of(Schema schema) {
        Map<TableName, List<Rule>> byTable = new LinkedHashMap<>();
        Map<ColumnName, List<String>> labels = new LinkedHashMap<>();
        Map<TableName, List<RowKey>> keys = new LinkedHashMap<>();
        List<String> opaque = new ArrayList<>();
        for (Table table : schema.rowTables()) {
            List<Rule> rules = new ArrayList<>(RuleText.rules(schema.vendor(), table));
            rules.addAll(ImpliedRules.of(schema, table));
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
            table.checks().stream()
                    .filter(check ->
                            rules.stream().noneMatch(rule -> rule.name().equals(check.name())))
                    .forEach(check -> opaque.add(table.name() + "." + check.name()));
        }
        return new KnownRules(byTable, labels, keys, opaque);
    }

    /** @param tried texts of columns that no condition lists */
    KnownRules with(Schema schema, Map<ColumnName, List<String>> tried) {
        Map<ColumnName, List<String>> all = new LinkedHashMap<>(labels);
        tried.forEach(all::putIfAbsent);
        Map<TableName, List<Rule>> byTable = new LinkedHashMap<>(this.byTable);
        tried.forEach((column, texts) -> {
            if (!texts.isEmpty()) {
                List<Rule> rules = new ArrayList<>(byTable.getOrDefault(column.table(), List.of()));
                rules.add(listed(schema.table(column.table()).orElseThrow(), column.column(), texts));
                byTable.put(column.table(), rules);
            }
        });
        return new KnownRules(byTable, all, keys, opaque);
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
