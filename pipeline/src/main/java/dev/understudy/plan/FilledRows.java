package dev.understudy.plan;

import dev.understudy.data.Storage;
import dev.understudy.graph.SchemaGraph;
import dev.understudy.learn.NumberRange;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.KeyLengths;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.rule.Rule;
import dev.understudy.sql.rules.RuleLabels;
import dev.understudy.sql.rules.RuleText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many rows tables without rows in the source can get: as many as are wanted, unless a key rests on links to fewer
 * parents or on columns with few values.
 */
final class FilledRows {
    private final Schema schema;
    private final Map<TableName, Long> wanted;
    private final Map<ColumnName, List<String>> tried;
    private final Map<TableName, Long> rows;
    /** Read once a table, since each of its keys asks for them. */
    private final Map<TableName, List<Rule>> rules = new HashMap<>();

    private FilledRows(
            Schema schema,
            Map<TableName, Long> wanted,
            Map<ColumnName, List<String>> tried,
            Map<TableName, Long> rows) {
        this.schema = schema;
        this.wanted = wanted;
        this.tried = tried;
        this.rows = rows;
    }

    /**
     * @param wanted   rows by table
     * @param tried    the only texts of some columns
     * @param planned  rows of all other tables
     * @param warnings tables that cannot have what is wanted are added
     */
    static Map<TableName, Long> of(
            Schema schema,
            SchemaGraph graph,
            Map<TableName, Long> wanted,
            Map<ColumnName, List<String>> tried,
            Map<TableName, Long> planned,
            List<Warning> warnings) {
        FilledRows filled = new FilledRows(schema, wanted, tried, new LinkedHashMap<>(planned));
        Map<TableName, Long> result = new LinkedHashMap<>();
        for (TableName name : graph.order()) {
            if (wanted.containsKey(name)) {
                result.put(
                        name,
                        filled.rows(KeyLengths.fitted(schema, schema.table(name).orElseThrow()), warnings));
                filled.rows.put(name, result.get(name));
            }
        }
        return result;
    }

    private long rows(Table table, List<Warning> warnings) {
        long most = wanted.get(table.name());
        String limit = "";
        for (UniqueKey key : table.keys()) {
            long possible = possible(table, key);
            if (possible < most) {
                most = possible;
                limit = key.name();
            }
        }
        if (!limit.isEmpty()) {
            warnings.add(new Warning(
                    "fewer-rows",
                    table.name().toString(),
                    "gets %,d rows at most instead of %,d, because its key %s allows no more."
                            .formatted(most, wanted.get(table.name()), limit)));
        }
        return most;
    }

    /** How many rows can differ in a key. */
    private long possible(Table table, UniqueKey key) {
        boolean nulls = !isReferred(table, key)
                && key.columns().stream()
                        .map(name -> table.column(name).orElseThrow())
                        .anyMatch(Column::nullable);
        if (!key.isPlain() || key.columns().isEmpty() || nulls && key.nullsDistinct()) {
            return Long.MAX_VALUE;
        }
        double possible = 1;
        Set<String> left = new HashSet<>(key.columns());
        if (inside(table, key).stream().anyMatch(ForeignKey::isTyped)) {
            // As many as all parents have together, for each label; nobody asks for more.
            return Long.MAX_VALUE;
        }
        for (ForeignKey link : inside(table, key)) {
            if (left.removeAll(link.childColumns()) && !link.isSelfReference()) {
                // A parent behind a ring comes later; it has as many rows as are wanted.
                possible *= rows.getOrDefault(link.parent(), 0L) > 0
                        ? rows.get(link.parent())
                        : wanted.getOrDefault(link.parent(), 0L);
            } else if (link.isSelfReference()) {
                return Long.MAX_VALUE;
            }
        }
        Map<String, List<String>> labels = left.isEmpty() ? Map.of() : labels(table);
        for (String name : left) {
            double values = values(table, table.column(name).orElseThrow());
            possible *=
                    labels.containsKey(name) ? Math.min(values, labels.get(name).size()) : values;
        }
        return possible >= Long.MAX_VALUE ? Long.MAX_VALUE : (long) possible;
    }

    /** A row without the key would be one that no child can point at, so each must have it. */
    private boolean isReferred(Table table, UniqueKey key) {
        return schema.foreignKeysTo(table.name()).stream()
                .anyMatch(link -> key.columns().containsAll(link.parentColumns()));
    }

    private List<ForeignKey> inside(Table table, UniqueKey key) {
        return new ArrayList<>(schema.foreignKeysOf(table.name()))
                .stream()
                        .filter(link -> key.columns().containsAll(link.childColumns()))
                        .toList();
    }

    /** Texts that checks allow, or that are known to pass them. */
    private Map<String, List<String>> labels(Table table) {
        Map<String, List<String>> labels = new LinkedHashMap<>();
        rules(table)
                .forEach(rule -> RuleLabels.of(rule.condition())
                        .forEach((column, allowed) -> labels.merge(
                                column,
                                allowed,
                                (a, b) -> a.stream().filter(b::contains).toList())));
        table.columns().forEach(column -> {
            List<String> passing = tried.get(new ColumnName(table.name(), column.name()));
            if (passing != null) {
                labels.put(column.name(), passing);
            }
        });
        return labels;
    }

    private List<Rule> rules(Table table) {
        return rules.computeIfAbsent(table.name(), name -> RuleText.rules(schema.vendor(), table));
    }

    private double values(Table table, Column column) {
        if (Storage.of(column.type()) == Storage.LONG) {
            long size = NumberRange.of(table.columnIndex(column.name()), column, rules(table))
                    .size();
            return size == Long.MAX_VALUE ? Double.MAX_VALUE : Math.min(size, ofType(column));
        }
        return ofType(column);
    }

    private static double ofType(Column column) {
        TypeFamily family = column.type().family();
        int length = column.type().length();
        return switch (family) {
            case BOOLEAN -> 2;
            case ENUM -> Math.max(1, column.type().labels().size());
            case INTEGER -> column.type().precision() == 8 ? 256 : Double.MAX_VALUE;
            case DECIMAL ->
                column.type().precision() > 0 ? Math.pow(10, column.type().precision()) : Double.MAX_VALUE;
            case TEXT -> length > 0 && length < 4 ? Math.pow(26, length) : Double.MAX_VALUE;
            default -> Double.MAX_VALUE;
        };
    }
}
