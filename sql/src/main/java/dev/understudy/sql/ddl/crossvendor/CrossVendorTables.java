package dev.understudy.sql.ddl.crossvendor;

import dev.understudy.schema.Check;
import dev.understudy.schema.Column;
import dev.understudy.schema.Filling;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Index;
import dev.understudy.schema.Table;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.DdlStatement;
import dev.understudy.sql.ddl.Phase;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.statement.Identifiers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Statements for one table and what hangs on it. */
final class CrossVendorTables {
    private static final Set<TypeFamily> UNORDERED = EnumSet.of(
            TypeFamily.JSON,
            TypeFamily.ARRAY,
            TypeFamily.XML,
            TypeFamily.RANGE,
            TypeFamily.GEOMETRY,
            TypeFamily.COMPOSITE,
            TypeFamily.OTHER);
    /** Binary order, so that keys that differ in the source differ in the target. */
    private static final String MARIADB_TAIL = " ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin";

    private static final int MOST_TABLE_COMMENT = 2_048;

    private final Vendor target;
    private final SchemaNames names;
    private final ColumnTypes types;
    private final ColumnClauses columns;
    private final Conditions conditions;
    private final UniqueNames unique;
    private final Losses losses;

    CrossVendorTables(
            Vendor target,
            SchemaNames names,
            ColumnTypes types,
            Conditions conditions,
            UniqueNames unique,
            Losses losses) {
        this.target = target;
        this.names = names;
        this.types = types;
        this.columns = new ColumnClauses(target, types, conditions, losses);
        this.conditions = conditions;
        this.unique = unique;
        this.losses = losses;
    }

    private String quoted(Table table) {
        return Identifiers.quote(target, names.target(table.name()));
    }

    private String name(Table table, String wanted) {
        // MariaDB's keys are named per table, its links and checks per database.
        return unique.of(names.target(table.name().schema()), table.name().name(), wanted);
    }

    /** @param inside links that stand inside the table's definition, for a vendor that adds none later */
    List<DdlStatement> of(Table table, List<ForeignKey> inside) {
        List<DdlStatement> statements = new ArrayList<>();
        String object = table.name().toString();
        statements.add(new DdlStatement(Phase.BEFORE_LOAD, object, create(table, inside)));
        table.primaryKey().filter(key -> !hasKeyInside()).ifPresent(key -> {
            boolean rowNumber = target == Vendor.H2
                    && key.columns().size() == 1
                    && table.column(key.columns().get(0)).orElseThrow().type().family() == TypeFamily.INTEGER;
            String wanted = target == Vendor.POSTGRESQL
                    ? table.name().name() + "_pkey"
                    : "PK_" + table.name().name();
            statements.add(add(
                    // H2 stores rows by such a key, if it is there before them.
                    rowNumber ? Phase.BEFORE_LOAD : Phase.AFTER_LOAD_KEYS,
                    table,
                    name(table, wanted),
                    "PRIMARY KEY " + list(keyColumns(table, key.columns()))));
        });
        table.keys().stream()
                .filter(key -> !key.primary())
                .forEach(key -> uniqueKey(table, key).ifPresent(statements::add));
        table.indexes().forEach(index -> index(table, index).ifPresent(statements::add));
        comments(table, statements);
        return statements;
    }

    /** MariaDB stores rows by the key; SQLite takes it nowhere else. */
    private boolean hasKeyInside() {
        return target == Vendor.MARIADB || target == Vendor.SQLITE;
    }

    private String create(Table table, List<ForeignKey> inside) {
        List<String> lines = new ArrayList<>();
        table.columns().forEach(column -> lines.add(columns.of(table, column)));
        if (hasKeyInside()) {
            table.primaryKey().ifPresent(key -> lines.add("PRIMARY KEY " + list(keyColumns(table, key.columns()))));
        }
        if (target == Vendor.MARIADB) {
            ColumnClauses.counter(table)
                    .filter(counter -> !leadsPrimaryKey(table, counter))
                    .ifPresent(counter -> lines.add("KEY " + list(List.of(counter.name()))));
        }
        table.checks().forEach(check -> check(table, check).ifPresent(lines::add));
        table.columns().stream()
                .filter(column -> column.type().family() == TypeFamily.ENUM
                        && (target == Vendor.POSTGRESQL || target == Vendor.SQLITE))
                .forEach(column -> lines.add("CONSTRAINT %s CHECK (%s IN %s)"
                        .formatted(
                                quote(name(table, table.name().name() + "_" + column.name() + "_check")),
                                quote(column.name()),
                                TargetTypes.labels(column.type().labels(), false))));
        inside.forEach(key -> lines.add("CONSTRAINT %s %s".formatted(quote(linkName(key)), reference(key))));
        return lines.stream().collect(Collectors.joining(",\n  ", "CREATE TABLE " + quoted(table) + " (\n  ", "\n)"))
                + tail(table);
    }

    private String tail(Table table) {
        if (target != Vendor.MARIADB) {
            return "";
        }
        String comment = table.comment()
                .substring(0, Math.min(MOST_TABLE_COMMENT, table.comment().length()));
        return MARIADB_TAIL + (comment.isEmpty() ? "" : " COMMENT=" + new Literals(target).quoted(comment));
    }

    private static boolean leadsPrimaryKey(Table table, Column counter) {
        return table.primaryKey()
                .filter(key -> key.columns().indexOf(counter.name()) == 0)
                .isPresent();
    }

    /** Without the column by which MariaDB tells old versions of a row from new ones. */
    private static List<String> keyColumns(Table table, List<String> columns) {
        return columns.stream()
                .filter(name -> table.column(name)
                        .filter(column -> column.filling() == Filling.SYSTEM_TIME)
                        .isEmpty())
                .toList();
    }

    private Optional<String> check(Table table, Check check) {
        if (check.expression().toLowerCase(Locale.ROOT).startsWith("json_valid(")) {
            return Optional.empty();
        }
        Optional<String> condition = conditions.condition(check.expression(), table);
        if (condition.isEmpty()) {
            losses.check(table, check);
        }
        return condition.map(sql -> "CONSTRAINT %s CHECK (%s)".formatted(quote(name(table, check.name())), sql));
    }

    private Optional<DdlStatement> uniqueKey(Table table, UniqueKey key) {
        List<String> names = keyColumns(table, key.columns());
        boolean distinctAnyhow = key.nullsDistinct()
                || names.stream()
                        .allMatch(name -> !table.column(name).orElseThrow().nullable());
        if (!key.isPlain() || names.isEmpty() || !distinctAnyhow && hasKeyInside()) {
            losses.unique(table, key);
            return Optional.empty();
        }
        if (target == Vendor.SQLITE) {
            String sql = "CREATE UNIQUE INDEX %s ON %s %s"
                    .formatted(quote(name(table, key.name())), quoted(table), list(names));
            return Optional.of(new DdlStatement(Phase.AFTER_LOAD_KEYS, table.name() + "." + key.name(), sql));
        }
        String clause = distinctAnyhow ? "UNIQUE " : "UNIQUE NULLS NOT DISTINCT ";
        return Optional.of(add(Phase.AFTER_LOAD_KEYS, table, name(table, key.name()), clause + list(names)));
    }

    private Optional<DdlStatement> index(Table table, Index index) {
        List<Column> indexed = index.columns().stream()
                .map(name -> table.column(name).orElseThrow())
                .toList();
        boolean special =
                index.definition().startsWith("FULLTEXT") || index.definition().startsWith("SPATIAL");
        if (special
                || index.exclusion()
                || indexed.isEmpty()
                || indexed.stream()
                        .anyMatch(column -> UNORDERED.contains(column.type().family()))) {
            losses.index(table, index);
            return Optional.empty();
        }
        boolean cut = target == Vendor.MARIADB && indexed.stream().anyMatch(column -> isLong(table, column));
        if (cut) {
            losses.keyShortened(table, index.name());
        }
        String parts = indexed.stream()
                .map(column -> quote(column.name())
                        + (cut && isLong(table, column) ? "(" + MariaDbTypes.KEY_CHARACTERS + ")" : ""))
                .collect(Collectors.joining(", ", "(", ")"));
        String sql = "CREATE INDEX %s ON %s %s".formatted(quote(name(table, index.name())), quoted(table), parts);
        return Optional.of(new DdlStatement(Phase.AFTER_LOAD_INDEXES, table.name() + "." + index.name(), sql));
    }

    private boolean isLong(Table table, Column column) {
        return types.of(table, column).kind() == TargetType.Kind.LONG_TEXT;
    }

    private DdlStatement add(Phase phase, Table table, String name, String clause) {
        return new DdlStatement(
                phase,
                table.name() + "." + name,
                "ALTER TABLE %s ADD CONSTRAINT %s %s".formatted(quoted(table), quote(name), clause));
    }

    DdlStatement link(ForeignKey key) {
        String unchecked = target == Vendor.MARIADB ? "/*M!100100 SET STATEMENT foreign_key_checks=0 FOR */ " : "";
        String sql = "%sALTER TABLE %s ADD CONSTRAINT %s %s"
                .formatted(
                        unchecked,
                        Identifiers.quote(target, names.target(key.child())),
                        quote(linkName(key)),
                        reference(key));
        return new DdlStatement(Phase.AFTER_LOAD_LINKS, key.child() + "." + key.name(), sql);
    }

    private String linkName(ForeignKey key) {
        return unique.of(names.target(key.child().schema()), key.child().name(), key.name());
    }

    private String reference(ForeignKey key) {
        String sql = "FOREIGN KEY %s REFERENCES %s %s ON DELETE %s ON UPDATE %s"
                .formatted(
                        list(key.childColumns()),
                        Identifiers.quote(target, names.target(key.parent())),
                        list(key.parentColumns()),
                        action(key.onDelete()),
                        action(key.onUpdate()));
        boolean defers = target == Vendor.POSTGRESQL || target == Vendor.SQLITE;
        if (defers && key.deferrability().isDeferrable()) {
            sql += key.deferrability() == ForeignKey.Deferrability.INITIALLY_DEFERRED
                    ? " DEFERRABLE INITIALLY DEFERRED"
                    : " DEFERRABLE";
        }
        return sql;
    }

    /** InnoDB knows no SET DEFAULT. */
    private String action(String wanted) {
        return target == Vendor.MARIADB && wanted.equals("SET DEFAULT") ? "NO ACTION" : wanted;
    }

    private void comments(Table table, List<DdlStatement> statements) {
        if (target != Vendor.POSTGRESQL && target != Vendor.H2) {
            return;
        }
        Literals literals = new Literals(target);
        String object = table.name().toString();
        if (!table.comment().isEmpty()) {
            statements.add(new DdlStatement(
                    Phase.AFTER_LOAD_OBJECTS,
                    object,
                    "COMMENT ON TABLE " + quoted(table) + " IS " + literals.quoted(table.comment())));
        }
        for (Column column : table.columns()) {
            if (!column.comment().isEmpty()) {
                statements.add(new DdlStatement(
                        Phase.AFTER_LOAD_OBJECTS,
                        object + "." + column.name(),
                        "COMMENT ON COLUMN " + quoted(table) + "." + quote(column.name()) + " IS "
                                + literals.quoted(column.comment())));
            }
        }
    }

    private String quote(String name) {
        return Identifiers.quote(target, name);
    }

    private String list(List<String> columns) {
        return "(" + Identifiers.list(target, columns) + ")";
    }
}
