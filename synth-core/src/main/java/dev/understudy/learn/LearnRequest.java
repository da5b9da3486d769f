package dev.understudy.learn;

import dev.understudy.graph.SchemaGraph;
import dev.understudy.model.AskedCondition;
import dev.understudy.model.ColumnFill;
import dev.understudy.model.TableMode;
import dev.understudy.model.Total;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.rule.Expression;
import dev.understudy.schema.rule.RowKey;
import dev.understudy.schema.rule.Rule;
import dev.understudy.semantic.Meaning;
import java.util.List;
import java.util.Map;

/**
 * What to learn.
 *
 * @param schema   the source
 * @param graph    its links in order; made from the same schema
 * @param modes    mode of every row table
 * @param meanings meanings that the operator gave; they replace what would be recognised
 * @param labels   values that the schema itself allows a column (CHECK … IN lists), in order
 * @param rules    conditions that new rows must meet, by table: checks of the schema, and rules that were declared
 * @param totals   columns that follow from the children of their rows because the operator says so, by table
 * @param keys     unique keys over expressions, or of some rows only, by table
 * @param asked    conditions that only the database can judge, by table
 * @param filled   how many rows each table in mode {@link TableMode#FILL} is to have
 * @param declared texts that the operator wants made in a way of their own
 * @param computed what columns are computed from that the database computes, and links rest on
 * @param settings how
 */
public record LearnRequest(
        Schema schema,
        SchemaGraph graph,
        Map<TableName, TableMode> modes,
        Map<ColumnName, Meaning> meanings,
        Map<ColumnName, List<String>> labels,
        Map<TableName, List<Rule>> rules,
        Map<TableName, List<Total>> totals,
        Map<TableName, List<RowKey>> keys,
        Map<TableName, List<AskedCondition>> asked,
        Map<TableName, Long> filled,
        Map<ColumnName, DeclaredText> declared,
        Map<ColumnName, Expression> computed,
        LearnSettings settings) {
    public LearnRequest {
        computed = Map.copyOf(computed);
        declared = Map.copyOf(declared);
        filled = Map.copyOf(filled);
        modes = Map.copyOf(modes);
        meanings = Map.copyOf(meanings);
        labels = Map.copyOf(labels);
        rules = Map.copyOf(rules);
        totals = Map.copyOf(totals);
        keys = Map.copyOf(keys);
        asked = Map.copyOf(asked);
    }

    /** Nothing is declared. */
    public LearnRequest(
            Schema schema,
            SchemaGraph graph,
            Map<TableName, TableMode> modes,
            Map<ColumnName, Meaning> meanings,
            Map<ColumnName, List<String>> labels,
            Map<TableName, List<Rule>> rules,
            Map<TableName, List<RowKey>> keys,
            Map<TableName, Long> filled,
            LearnSettings settings) {
        this(
                schema, graph, modes, meanings, labels, rules, Map.of(), keys, Map.of(), filled, Map.of(), Map.of(),
                settings);
    }

    /** The same request with other modes. */
    public LearnRequest withModes(Map<TableName, TableMode> others) {
        return with(others, settings);
    }

    /** Every table that gets rows has some in the source. */
    public LearnRequest(
            Schema schema,
            SchemaGraph graph,
            Map<TableName, TableMode> modes,
            Map<ColumnName, Meaning> meanings,
            Map<ColumnName, List<String>> labels,
            Map<TableName, List<Rule>> rules,
            LearnSettings settings) {
        this(schema, graph, modes, meanings, labels, rules, Map.of(), Map.of(), settings);
    }

    /** The same, learned in another way. */
    public LearnRequest with(LearnSettings how) {
        return with(modes, how);
    }

    /** The same with other modes of tables, learned in another way. */
    public LearnRequest with(Map<TableName, TableMode> newModes, LearnSettings how) {
        return new LearnRequest(
                schema, graph, newModes, meanings, labels, rules, totals, keys, asked, filled, declared, computed, how);
    }

    /** The same with other modes, and other numbers of rows of tables that are filled. */
    public LearnRequest filledWith(Map<TableName, TableMode> newModes, Map<TableName, Long> rows) {
        return new LearnRequest(
                schema, graph, newModes, meanings, labels, rules, totals, keys, asked, rows, declared, computed,
                settings);
    }

    /** How a column is filled that the database computes. */
    ColumnFill ofDatabase(ColumnName name) {
        return computed.containsKey(name) ? new ColumnFill.Computed(computed.get(name)) : new ColumnFill.Omitted();
    }

    /** True for a column of which no value is known that its database would take. */
    boolean isUnknown(ColumnName name) {
        return labels.containsKey(name) && labels.get(name).isEmpty();
    }

    /** Labels that the schema itself names for a column: of its enum type, or of a check; empty for any. */
    List<String> labels(ColumnName name, Column column) {
        return column.type().family() == TypeFamily.ENUM
                ? column.type().labels()
                : labels.getOrDefault(name, List.of());
    }
}
