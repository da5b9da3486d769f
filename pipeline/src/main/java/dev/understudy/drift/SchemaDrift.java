package dev.understudy.drift;

import dev.understudy.drift.SchemaChange.Change;
import dev.understudy.drift.SchemaChange.Kind;
import dev.understudy.schema.Check;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Index;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.UniqueKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Compares two states of one schema. Keys, links, checks and indexes are the same if they say the same, whatever their names,
 * because some databases number them; those of one name that say something else have changed.
 */
public final class SchemaDrift {
    private final List<SchemaChange> changes = new ArrayList<>();

    private SchemaDrift() {}

    /** Differences by table, those of the table itself first. */
    public static List<SchemaChange> between(Schema learned, Schema found) {
        SchemaDrift drift = new SchemaDrift();
        Map<TableName, Table> before = learned.tablesByName();
        Map<TableName, Table> after = found.tablesByName();
        before.forEach((name, table) -> {
            if (after.containsKey(name)) {
                drift.table(table, after.get(name));
                drift.parts(
                        Kind.LINK,
                        name,
                        learned.foreignKeysOf(name),
                        found.foreignKeysOf(name),
                        ForeignKey::name,
                        SchemaDrift::link);
                drift.parts(
                        Kind.RULE,
                        name,
                        learned.declarations().of(name),
                        found.declarations().of(name),
                        Function.identity(),
                        Function.identity());
            } else {
                drift.add(
                        Kind.TABLE,
                        Change.REMOVED,
                        name,
                        "",
                        "%d columns".formatted(table.columns().size()));
            }
        });
        after.forEach((name, table) -> {
            if (!before.containsKey(name)) {
                drift.add(
                        Kind.TABLE,
                        Change.ADDED,
                        name,
                        "",
                        "%d columns".formatted(table.columns().size()));
            }
        });
        return List.copyOf(drift.changes);
    }

    private void add(Kind kind, Change change, TableName table, String object, String text) {
        changes.add(new SchemaChange(kind, change, table, object, text));
    }

    private void table(Table before, Table after) {
        TableName name = before.name();
        if (before.kind() != after.kind() || !before.partitioning().equals(after.partitioning())) {
            add(Kind.TABLE, Change.CHANGED, name, "", "how it holds its rows");
        }
        for (Column column : before.columns()) {
            Optional<Column> now = after.column(column.name());
            if (now.isPresent()) {
                column(name, column, now.get());
            } else {
                add(
                        Kind.COLUMN,
                        Change.REMOVED,
                        name,
                        column.name(),
                        column.type().sqlName());
            }
        }
        for (Column column : after.columns()) {
            if (before.column(column.name()).isEmpty()) {
                add(
                        Kind.COLUMN,
                        Change.ADDED,
                        name,
                        column.name(),
                        column.type().sqlName() + (column.nullable() ? "" : " NOT NULL"));
            }
        }
        parts(Kind.KEY, name, before.keys(), after.keys(), UniqueKey::name, SchemaDrift::key);
        parts(Kind.CHECK, name, before.checks(), after.checks(), Check::name, SchemaDrift::check);
        parts(Kind.INDEX, name, before.indexes(), after.indexes(), Index::name, SchemaDrift::index);
    }

    private void column(TableName table, Column before, Column after) {
        if (!before.type().equals(after.type())) {
            add(Kind.TYPE, Change.CHANGED, table, before.name(), types(before.type(), after.type()));
        }
        if (before.nullable() != after.nullable()) {
            add(
                    Kind.NULLABILITY,
                    Change.CHANGED,
                    table,
                    before.name(),
                    after.nullable() ? "takes null now" : "takes no null any more");
        }
        if (before.filling() != after.filling()
                || !before.defaultExpression().equals(after.defaultExpression())
                || !before.generation().equals(after.generation())) {
            add(Kind.DEFAULT, Change.CHANGED, table, before.name(), "is filled otherwise when no value is given");
        }
    }

    private static String types(ColumnType before, ColumnType after) {
        if (!before.sqlName().equals(after.sqlName())) {
            return "%s became %s".formatted(before.sqlName(), after.sqlName());
        }
        return before.labels().equals(after.labels())
                ? after.sqlName() + " has other limits"
                : "%s has %d labels instead of %d or in another order"
                        .formatted(
                                after.sqlName(),
                                after.labels().size(),
                                before.labels().size());
    }

    /** @param content what a part says; parts with the same content are the same */
    private <T> void parts(
            Kind kind,
            TableName table,
            List<T> before,
            List<T> after,
            Function<T, String> name,
            Function<T, String> content) {
        List<T> gone = new ArrayList<>(before);
        List<T> come = new ArrayList<>();
        for (T one : after) {
            Optional<T> same = gone.stream()
                    .filter(other -> content.apply(other).equals(content.apply(one)))
                    .findFirst();
            if (same.isPresent()) {
                gone.remove(same.get());
            } else {
                come.add(one);
            }
        }
        Map<String, T> byName = new LinkedHashMap<>();
        come.forEach(one -> byName.put(name.apply(one), one));
        for (T one : gone) {
            T now = byName.remove(name.apply(one));
            if (now == null) {
                add(kind, Change.REMOVED, table, name.apply(one), content.apply(one));
            } else {
                add(
                        kind,
                        Change.CHANGED,
                        table,
                        name.apply(one),
                        "%s became %s".formatted(content.apply(one), content.apply(now)));
            }
        }
        byName.forEach((called, one) -> add(kind, Change.ADDED, table, called, content.apply(one)));
    }

    private static String key(UniqueKey key) {
        return (key.primary() ? "primary key " : "unique ")
                + "(%s)".formatted(String.join(", ", key.columns()))
                + (key.expressions().isEmpty() ? "" : " over " + String.join(", ", key.expressions()))
                + (key.predicate().isEmpty() ? "" : " where " + key.predicate())
                + (key.nullsDistinct() ? "" : " nulls not distinct");
    }

    private static String link(ForeignKey link) {
        return "(%s) → %s (%s)%s%s%s"
                .formatted(
                        String.join(", ", link.childColumns()),
                        link.parent(),
                        String.join(", ", link.parentColumns()),
                        link.onDelete().equals("NO ACTION") ? "" : " on delete " + link.onDelete(),
                        link.deferrability().isDeferrable() ? " deferrable" : "",
                        link.isTyped() ? " for " + link.type().label() : "");
    }

    private static String check(Check check) {
        return check.expression();
    }

    /** The whole definition without the name, because that tells its order, kind, expressions and predicate. */
    private static String index(Index index) {
        String columns = "(%s)%s".formatted(String.join(", ", index.columns()), index.exclusion() ? " excluding" : "");
        int name = index.definition().indexOf(index.name());
        return name < 0
                ? (columns + " " + index.definition()).strip()
                : index.definition().substring(name + index.name().length()).replaceFirst("^[\"`]?\\s+", "")
                        + (index.exclusion() ? " excluding" : "");
    }
}
