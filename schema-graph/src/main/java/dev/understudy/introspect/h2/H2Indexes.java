package dev.understudy.introspect.h2;

import dev.understudy.introspect.catalog.CatalogQuery;
import dev.understudy.schema.Index;
import dev.understudy.schema.TableName;
import dev.understudy.schema.UniqueKey;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Indexes that users made; those that serve a constraint come with it. */
final class H2Indexes {
    private static final String CATALOG = """
            SELECT i.table_schema, i.table_name, i.index_schema, i.index_name, i.index_type_name, i.nulls_distinct,
              c.column_name
            FROM information_schema.indexes i
            JOIN information_schema.index_columns c ON c.index_schema = i.index_schema AND c.index_name = i.index_name
              AND c.table_schema = i.table_schema AND c.table_name = i.table_name
            WHERE i.table_schema IN (:schemas) AND NOT i.is_generated
            ORDER BY i.table_schema, i.table_name, i.index_name, c.ordinal_position""";

    private record Head(TableName table, TableName name, boolean unique, boolean nullsDistinct) {}

    private final Map<TableName, List<Index>> plain = new HashMap<>();
    private final Map<TableName, List<UniqueKey>> unique = new HashMap<>();

    private H2Indexes() {}

    static H2Indexes read(CatalogQuery query, H2Script script) throws SQLException {
        H2Indexes indexes = new H2Indexes();
        query.group(
                        CATALOG,
                        row -> new Head(
                                new TableName(row.getString("table_schema"), row.getString("table_name")),
                                new TableName(row.getString("index_schema"), row.getString("index_name")),
                                row.getString("index_type_name").startsWith("UNIQUE"),
                                "YES".equals(row.getString("nulls_distinct"))),
                        row -> row.getString("column_name"))
                .forEach((head, columns) -> indexes.add(head, columns, script.definition("INDEX", head.name())));
        return indexes;
    }

    private void add(Head head, List<String> columns, String definition) {
        if (head.unique()) {
            // ALL DISTINCT spares only rows without any value; over one column that is the same as DISTINCT.
            boolean distinct = head.nullsDistinct() || columns.size() == 1 && definition.contains("ALL DISTINCT");
            unique.computeIfAbsent(head.table(), unused -> new ArrayList<>())
                    .add(new UniqueKey(head.name().name(), columns, false, distinct, "", List.of(), false, definition));
        } else {
            plain.computeIfAbsent(head.table(), unused -> new ArrayList<>())
                    .add(new Index(head.name().name(), columns, false, definition));
        }
    }

    List<Index> plain(TableName table) {
        return plain.getOrDefault(table, List.of());
    }

    List<UniqueKey> unique(TableName table) {
        return unique.getOrDefault(table, List.of());
    }
}
