package dev.understudy.introspect.h2;

import dev.understudy.introspect.catalog.CatalogQuery;
import dev.understudy.schema.Check;
import dev.understudy.schema.Column;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.ForeignKey.ColumnPair;
import dev.understudy.schema.ForeignKey.Deferrability;
import dev.understudy.schema.TableName;
import dev.understudy.schema.UniqueKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Keys, checks and links of the selected schemas. */
final class H2Constraints {
    private static final String KEYS = """
            SELECT c.table_schema, c.table_name, c.constraint_schema, c.constraint_name, c.constraint_type,
              c.nulls_distinct, k.column_name
            FROM information_schema.table_constraints c
            JOIN information_schema.key_column_usage k
              ON k.constraint_schema = c.constraint_schema AND k.constraint_name = c.constraint_name
            WHERE c.table_schema IN (:schemas) AND c.constraint_type IN ('PRIMARY KEY', 'UNIQUE')
            ORDER BY c.table_schema, c.table_name, c.constraint_type, c.constraint_name, k.ordinal_position""";

    private static final String CHECKS = """
            SELECT c.table_schema, c.table_name, c.constraint_name, k.check_clause
            FROM information_schema.table_constraints c
            JOIN information_schema.check_constraints k
              ON k.constraint_schema = c.constraint_schema AND k.constraint_name = c.constraint_name
            WHERE c.table_schema IN (:schemas) AND c.constraint_type = 'CHECK'
            ORDER BY c.table_schema, c.table_name, c.constraint_name""";

    private static final String LINKS = """
            SELECT k.table_schema, k.table_name, r.constraint_name, p.table_schema AS parent_schema,
              p.table_name AS parent_name, k.column_name, p.column_name AS parent_column, r.delete_rule, r.update_rule
            FROM information_schema.referential_constraints r
            JOIN information_schema.key_column_usage k
              ON k.constraint_schema = r.constraint_schema AND k.constraint_name = r.constraint_name
            JOIN information_schema.key_column_usage p
              ON p.constraint_schema = r.unique_constraint_schema AND p.constraint_name = r.unique_constraint_name
              AND p.ordinal_position = k.position_in_unique_constraint
            WHERE k.table_schema IN (:schemas)
            ORDER BY k.table_schema, k.table_name, r.constraint_name, k.ordinal_position""";

    private final CatalogQuery query;

    H2Constraints(CatalogQuery query) {
        this.query = query;
    }

    private record KeyHead(TableName table, String name, boolean primary, boolean nullsDistinct) {}

    private record LinkHead(TableName child, String name, TableName parent, String onDelete, String onUpdate) {}

    private static TableName table(ResultSet row) throws SQLException {
        return new TableName(row.getString("table_schema"), row.getString("table_name"));
    }

    /** Primary key first, then unique constraints by name. */
    Map<TableName, List<UniqueKey>> keys() throws SQLException {
        return query
                .group(
                        KEYS,
                        row -> new KeyHead(
                                table(row),
                                row.getString("constraint_name"),
                                row.getString("constraint_type").equals("PRIMARY KEY"),
                                !"NO".equals(row.getString("nulls_distinct"))
                                        && !"ALL".equals(row.getString("nulls_distinct"))),
                        row -> row.getString("column_name"))
                .entrySet()
                .stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getKey().table(),
                        Collectors.mapping(entry -> key(entry.getKey(), entry.getValue()), Collectors.toList())));
    }

    private static UniqueKey key(KeyHead head, List<String> columns) {
        String list = columns.stream().map(H2Constraints::quoted).collect(Collectors.joining(", ", "(", ")"));
        String words =
                head.primary() ? "PRIMARY KEY " : head.nullsDistinct() ? "UNIQUE " : "UNIQUE NULLS NOT DISTINCT ";
        return new UniqueKey(
                head.name(), columns, head.primary(), head.nullsDistinct(), "", List.of(), true, words + list);
    }

    Map<TableName, List<Check>> checks() throws SQLException {
        return query.group(
                CHECKS,
                H2Constraints::table,
                row -> new Check(
                        row.getString("constraint_name"),
                        row.getString("check_clause"),
                        true,
                        "CHECK (" + row.getString("check_clause") + ")"));
    }

    /** All links, in order. @param columns of all tables, to see which links are optional */
    List<ForeignKey> links(Map<TableName, List<Column>> columns) throws SQLException {
        Map<LinkHead, List<ColumnPair>> links = query.group(
                LINKS,
                row -> new LinkHead(
                        table(row),
                        row.getString("constraint_name"),
                        new TableName(row.getString("parent_schema"), row.getString("parent_name")),
                        row.getString("delete_rule"),
                        row.getString("update_rule")),
                row -> new ColumnPair(row.getString("column_name"), row.getString("parent_column")));
        List<ForeignKey> keys = new ArrayList<>();
        links.forEach((head, pairs) -> keys.add(new ForeignKey(
                head.name(),
                head.child(),
                head.parent(),
                pairs,
                columns.getOrDefault(head.child(), List.of()).stream()
                        .anyMatch(column -> column.nullable()
                                && pairs.stream().anyMatch(pair -> pair.child().equals(column.name()))),
                Deferrability.IMMEDIATE,
                true,
                head.onDelete(),
                head.onUpdate(),
                "")));
        keys.sort(Comparator.comparing(ForeignKey::child).thenComparing(ForeignKey::name));
        return keys;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
