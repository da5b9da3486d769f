package dev.understudy.introspect.mariadb;

import dev.understudy.introspect.catalog.CatalogQuery;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.ForeignKey.ColumnPair;
import dev.understudy.schema.ForeignKey.Deferrability;
import dev.understudy.schema.TableName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Foreign keys of the selected databases. */
final class MariaDbLinks {
    private static final String CATALOG = """
            SELECT k.table_schema, k.table_name, k.constraint_name, k.referenced_table_schema, k.referenced_table_name,
              k.column_name, k.referenced_column_name, r.delete_rule, r.update_rule
            FROM information_schema.key_column_usage k
            JOIN information_schema.referential_constraints r
              ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name
              AND r.table_name = k.table_name
            WHERE k.table_schema IN (:schemas) AND k.referenced_table_name IS NOT NULL
              AND r.constraint_schema IN (:schemas)
            ORDER BY k.table_schema, k.table_name, k.constraint_name, k.ordinal_position""";

    private record Head(TableName child, String name, TableName parent, String onDelete, String onUpdate) {}

    private MariaDbLinks() {}

    /** @param columns of all tables, to see which links are optional */
    static List<ForeignKey> read(CatalogQuery query, Map<TableName, List<Column>> columns, MariaDbTexts texts)
            throws SQLException {
        Map<Head, List<ColumnPair>> links = query.group(
                CATALOG,
                row -> new Head(
                        new TableName(row.getString(1), row.getString(2)),
                        row.getString(3),
                        new TableName(row.getString(4), row.getString(5)),
                        row.getString(8),
                        row.getString(9)),
                row -> new ColumnPair(row.getString(6), row.getString(7)));
        List<ForeignKey> keys = new ArrayList<>();
        links.forEach((head, pairs) -> keys.add(new ForeignKey(
                head.name(),
                head.child(),
                head.parent(),
                pairs,
                isOptional(columns.getOrDefault(head.child(), List.of()), pairs),
                Deferrability.IMMEDIATE,
                true,
                head.onDelete(),
                head.onUpdate(),
                texts.link(head.child(), head.name()))));
        keys.sort(Comparator.comparing(ForeignKey::child).thenComparing(ForeignKey::name));
        return keys;
    }

    private static boolean isOptional(List<Column> columns, List<ColumnPair> pairs) {
        return columns.stream()
                .anyMatch(column -> column.nullable()
                        && pairs.stream().anyMatch(pair -> pair.child().equals(column.name())));
    }
}
