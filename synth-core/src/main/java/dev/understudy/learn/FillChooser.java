package dev.understudy.learn;

import dev.understudy.data.Storage;
import dev.understudy.graph.SchemaGraph;
import dev.understudy.model.ColumnFill;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.rule.Rule;
import dev.understudy.semantic.TextRecipe;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides how the values of each column are made, as far as that follows from keys and links. */
final class FillChooser {
    /** Positions may start anywhere up to here. */
    private static final long HIGHEST_START = 1;

    private final SchemaGraph graph;
    private final Table table;
    private final ForeignKey owning;
    private final List<ForeignKey> references;
    private final List<ForeignKey> emptied;
    private final TableSample sample;
    private final List<Rule> rules;

    /**
     * @param owning  the owning link, or null
     * @param emptied links to tables that get no rows
     * @param rules   that new rows must keep
     */
    FillChooser(
            SchemaGraph graph,
            Table table,
            ForeignKey owning,
            List<ForeignKey> references,
            List<ForeignKey> emptied,
            TableSample sample,
            List<Rule> rules) {
        this.graph = graph;
        this.table = table;
        this.owning = owning;
        this.references = references;
        this.emptied = emptied;
        this.sample = sample;
        this.rules = rules;
    }

    /** How a column is filled if not by the cascade. */
    Optional<ColumnFill> withoutCascade(Column column) {
        if (column.filling().writesItself()) {
            return Optional.of(new ColumnFill.Omitted());
        }
        if (owning != null && owning.childColumns().contains(column.name())) {
            return Optional.of(new ColumnFill.Owner(owning.childColumns().indexOf(column.name())));
        }
        Optional<ColumnFill> linked = reference(graph, references, column.name());
        if (linked.isPresent()) {
            return linked;
        }
        if (TypeColumns.of(references, emptied).contains(column.name())) {
            return Optional.empty();
        }
        boolean empty = emptied.stream().anyMatch(link -> link.childColumns().contains(column.name()));
        // Of a link over several columns, one without a value is enough.
        if (empty && column.nullable()) {
            return Optional.of(new ColumnFill.Null());
        }
        if (column.filling().counts() || isLoneKey(column)) {
            return key(column);
        }
        return isPosition(column);
    }

    /** The key of the row that the first link of the column points at, or the first for the row's type. */
    static Optional<ColumnFill> reference(SchemaGraph graph, List<ForeignKey> references, String column) {
        List<Integer> typed = new ArrayList<>();
        for (int i = 0; i < references.size(); i++) {
            int pair = graph.decides(references.get(i), column)
                    ? references.get(i).childColumns().indexOf(column)
                    : -1;
            if (pair >= 0 && !references.get(i).isTyped()) {
                return Optional.of(new ColumnFill.Reference(i, pair));
            }
            if (pair >= 0) {
                typed.add(i);
            }
        }
        return typed.isEmpty() ? Optional.empty() : Optional.of(new ColumnFill.TypedReference(typed));
    }

    /** True if the column alone is a key of all rows. */
    boolean isLoneKey(Column column) {
        return isLoneKey(column.name());
    }

    boolean isLoneKey(String column) {
        return table.keys().stream()
                        .filter(UniqueKey::isPlain)
                        .anyMatch(key -> key.columns().equals(List.of(column)))
                && sample.missing(column).isEmpty();
    }

    /** True if the column is the primary key or links point at it: then it is a counter, whatever it is called. */
    boolean isReferred(Column column, Schema schema) {
        return table.primaryKey()
                        .filter(key -> key.columns().contains(column.name()))
                        .isPresent()
                || schema.foreignKeysTo(table.name()).stream()
                        .anyMatch(link -> link.parentColumns().contains(column.name()));
    }

    /** True if the texts of a column must differ because no other column of some key makes its rows differ. */
    boolean mustDiffer(Column column) {
        return table.keys().stream().anyMatch(key -> mentions(table, key, column.name()));
    }

    static boolean mentions(Table table, UniqueKey key, String column) {
        return key.columns().contains(column)
                || key.expressions().stream().anyMatch(expression -> expression.contains(column))
                || key.columns().stream()
                        .flatMap(name -> table.column(name).stream())
                        .anyMatch(computed -> computed.generation().contains(column));
    }

    private Optional<ColumnFill> key(Column column) {
        TypeFamily family = column.type().family();
        if (family == TypeFamily.UUID) {
            return Optional.of(new ColumnFill.FreshUuid());
        }
        if (!mayCount(column)) {
            return Optional.empty();
        }
        if (family == TypeFamily.INTEGER) {
            return Optional.of(new ColumnFill.Serial(1, 1));
        }
        if (family == TypeFamily.DECIMAL && Storage.of(column.type()) == Storage.LONG) {
            long unit = (long) Math.pow(10, Storage.scaleOf(column.type()));
            return Optional.of(new ColumnFill.Serial(unit, unit));
        }
        // Decimals without a declared scale, or wider than a long: keys of other vendors come as such.
        boolean whole = family == TypeFamily.DECIMAL
                && sample.column(column.name()) instanceof NumberSample numbers
                && numbers.decimals() <= 0;
        return whole ? Optional.of(new ColumnFill.Serial(1, 1)) : Optional.empty();
    }

    /** True unless rules over the column alone forbid 1, 2, 3 … */
    private boolean mayCount(Column column) {
        boolean number = sample.column(column.name()) instanceof NumberSample;
        int at = table.columnIndex(column.name());
        boolean ruled = rules.stream()
                .anyMatch(rule -> rule.condition().columns().stream().anyMatch(one -> one.column() == at));
        return !number
                || !ruled
                || NumberRange.of(at, column, rules).counts(Math.max(1, sample.totalRows()), NumberRange.unit(column));
    }

    /** Line numbers and the like: 1, 2, 3 … within each parent, as part of a key. */
    private Optional<ColumnFill> isPosition(Column column) {
        boolean inOwnersKey = owning != null
                && column.type().family() == TypeFamily.INTEGER
                && table.keys().stream()
                        .anyMatch(key -> key.columns().contains(column.name())
                                && key.columns().containsAll(owning.childColumns()));
        if (!inOwnersKey || sample.rows() == 0 || !sample.missing(column.name()).isEmpty()) {
            return Optional.empty();
        }
        long[] values = ((NumberSample) sample.column(column.name())).values();
        long start = values[0] - sample.position()[0];
        if (start < 0 || start > HIGHEST_START) {
            return Optional.empty();
        }
        for (int row = 0; row < values.length; row++) {
            if (values[row] != start + sample.position()[row]) {
                return Optional.empty();
            }
        }
        return Optional.of(new ColumnFill.Position(start));
    }

    static ColumnFill unique(TextRecipe recipe, List<ColumnFill.Place> sources, List<String> demanded) {
        return new ColumnFill.UniqueText(recipe, sources, demanded);
    }
}
