package dev.understudy.sql.rules;

import dev.understudy.schema.Filling;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableKind;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.Vendor;
import dev.understudy.schema.rule.Condition;
import dev.understudy.schema.rule.Condition.And;
import dev.understudy.schema.rule.Expression;
import dev.understudy.schema.rule.RowKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads unique keys that are over expressions, over computed columns, or for some rows only, and exclusion constraints. */
public final class KeyText {
    private KeyText() {}

    /**
     * Those of a table that can be evaluated. A predicate that cannot counts as true for all rows, a part that cannot is
     * left out: a key that then holds makes the real one hold, too.
     */
    public static List<RowKey> keys(Schema schema, Table table) {
        Vendor vendor = schema.vendor();
        List<RowKey> keys = new ArrayList<>();
        for (Table partition : schema.tables()) {
            if (partition.kind() == TableKind.PARTITION && partition.inherits().contains(table.name())) {
                ofPartition(schema, table, partition, keys);
            }
        }
        for (UniqueKey key : table.keys()) {
            if (!isOfColumns(table, key)) {
                of(vendor, table, key).ifPresent(keys::add);
            }
        }
        table.indexes().forEach(index -> ExclusionText.key(vendor, table, index).ifPresent(keys::add));
        return List.copyOf(keys);
    }

    /** A key that a partition alone has is kept for all rows, because which of them get there is not asked. */
    private static void ofPartition(Schema schema, Table table, Table partition, List<RowKey> keys) {
        for (UniqueKey key : partition.keys()) {
            boolean known = table.keys().stream()
                    .anyMatch(other -> other.isPlain() && key.columns().containsAll(other.columns()));
            if (!known) {
                of(schema.vendor(), table, key).ifPresent(keys::add);
            }
        }
        for (Table below : schema.tables()) {
            if (below.kind() == TableKind.PARTITION && below.inherits().contains(partition.name())) {
                ofPartition(schema, table, below, keys);
            }
        }
    }

    /** True for a key over written columns of all rows. */
    public static boolean isOfColumns(Table table, UniqueKey key) {
        return key.isPlain()
                && key.columns().stream()
                        .allMatch(name -> table.column(name).orElseThrow().filling() != Filling.GENERATED);
    }

    private static Optional<RowKey> of(Vendor vendor, Table table, UniqueKey key) {
        List<Expression> parts = new ArrayList<>();
        Stream.concat(key.columns().stream().map(KeyText::quoted), key.expressions().stream())
                .distinct()
                .forEach(text -> RuleText.expression(vendor, table, unquoted(vendor, text))
                        .ifPresent(parts::add));
        Condition predicate = key.predicate().isEmpty()
                ? new And(List.of())
                : RuleText.parse(vendor, table, key.predicate()).orElse(new And(List.of()));
        List<Expression> distinct = parts.stream().distinct().toList();
        return distinct.isEmpty()
                ? Optional.empty()
                : Optional.of(new RowKey(key.name(), distinct, predicate, key.nullsDistinct()));
    }

    private static String quoted(String column) {
        return '"' + column.replace("\"", "\"\"") + '"';
    }

    private static String unquoted(Vendor vendor, String text) {
        return vendor == Vendor.MARIADB && text.startsWith("\"") ? text.replace('"', '`') : text;
    }
}
