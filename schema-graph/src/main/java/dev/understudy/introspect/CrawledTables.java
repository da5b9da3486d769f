package dev.understudy.introspect;

import dev.understudy.schema.Column;
import dev.understudy.schema.Filling;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.ForeignKey.ColumnPair;
import dev.understudy.schema.ForeignKey.Deferrability;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.UniqueKey;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import schemacrawler.schema.ColumnReference;
import schemacrawler.schema.ForeignKeyDeferrability;
import schemacrawler.schema.PrimaryKey;
import schemacrawler.schema.TableConstraintColumn;

/** SchemaCrawler's tables in our own words. */
final class CrawledTables {
    private final boolean schemasAreCatalogs;

    CrawledTables(boolean schemasAreCatalogs) {
        this.schemasAreCatalogs = schemasAreCatalogs;
    }

    Table table(schemacrawler.schema.Table table) {
        List<Column> columns = table.getColumns().stream()
                .sorted(Comparator.comparing(schemacrawler.schema.Column::getOrdinalPosition))
                .map(CrawledTables::column)
                .toList();
        return Table.of(name(table), columns, key(table.getPrimaryKey()));
    }

    private TableName name(schemacrawler.schema.Table table) {
        String schema = schemasAreCatalogs
                ? table.getSchema().getCatalogName()
                : table.getSchema().getName();
        return new TableName(Objects.requireNonNullElse(schema, ""), table.getName());
    }

    private static Column column(schemacrawler.schema.Column column) {
        return new Column(
                column.getName(),
                GenericTypes.of(column),
                column.isNullable(),
                column.isGenerated()
                        ? Filling.GENERATED
                        : column.isAutoIncremented() ? Filling.IDENTITY_BY_DEFAULT : Filling.ORDINARY,
                Objects.requireNonNullElse(column.getDefaultValue(), ""),
                "",
                Objects.requireNonNullElse(column.getRemarks(), ""));
    }

    private static List<UniqueKey> key(PrimaryKey key) {
        if (key == null) {
            return List.of();
        }
        List<String> columns = key.getConstrainedColumns().stream()
                .sorted(Comparator.comparing(TableConstraintColumn::getTableConstraintOrdinalPosition))
                .map(TableConstraintColumn::getName)
                .toList();
        return List.of(UniqueKey.of(key.getName(), true, columns));
    }

    List<ForeignKey> foreignKeys(Collection<schemacrawler.schema.Table> tables) {
        return tables.stream()
                .flatMap(table -> table.getImportedForeignKeys().stream())
                .map(this::foreignKey)
                .sorted(Comparator.comparing(ForeignKey::child).thenComparing(ForeignKey::name))
                .toList();
    }

    private ForeignKey foreignKey(schemacrawler.schema.ForeignKey key) {
        List<ColumnPair> pairs = key.getColumnReferences().stream()
                .sorted(Comparator.comparing(ColumnReference::getKeySequence))
                .map(pair -> new ColumnPair(
                        pair.getForeignKeyColumn().getName(),
                        pair.getPrimaryKeyColumn().getName()))
                .toList();
        boolean optional = key.getColumnReferences().stream()
                .anyMatch(pair -> pair.getForeignKeyColumn().isNullable());
        return new ForeignKey(
                key.getName(),
                name(key.getForeignKeyTable()),
                name(key.getPrimaryKeyTable()),
                pairs,
                optional,
                deferrability(key.getDeferrability()),
                true,
                rule(key.getDeleteRule()),
                rule(key.getUpdateRule()),
                "");
    }

    private static Deferrability deferrability(ForeignKeyDeferrability deferrability) {
        return switch (deferrability) {
            case initiallyDeferred -> Deferrability.INITIALLY_DEFERRED;
            case initiallyImmediate -> Deferrability.INITIALLY_IMMEDIATE;
            case keyNotDeferrable, unknown -> Deferrability.IMMEDIATE;
        };
    }

    private static String rule(schemacrawler.schema.ForeignKeyUpdateRule rule) {
        return switch (rule) {
            case cascade -> "CASCADE";
            case setNull -> "SET NULL";
            case setDefault -> "SET DEFAULT";
            case restrict -> "RESTRICT";
            case noAction, unknown -> "NO ACTION";
        };
    }
}
