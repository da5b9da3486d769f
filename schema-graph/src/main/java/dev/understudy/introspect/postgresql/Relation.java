package dev.understudy.introspect.postgresql;

import dev.understudy.introspect.catalog.CatalogQuery;
import dev.understudy.schema.TableKind;
import dev.understudy.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * A table of any user's schema, as {@code pg_class} has it.
 *
 * @param kind         ordinary also for a table that inherits
 * @param partitioning the two texts of {@link dev.understudy.schema.Table#partitioning()}
 */
record Relation(
        long id, TableName name, TableKind kind, String partitioning, long rows, String comment, String options) {
    private static final String TABLES = """
            SELECT c.oid AS id, n.nspname AS schema, c.relname AS name, c.relkind AS kind, c.relispartition,
              CASE WHEN c.relkind = 'p' THEN 'PARTITION BY ' || pg_get_partkeydef(c.oid) END AS parts,
              CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END AS bound,
              CASE WHEN c.relkind = 'p'
                THEN (SELECT sum(greatest(p.reltuples, 0)) FROM pg_partition_tree(c.oid) t
                      JOIN pg_class p ON p.oid = t.relid AND t.isleaf)
                ELSE c.reltuples END::bigint AS rows,
              obj_description(c.oid, 'pg_class') AS comment,
              CASE WHEN c.relpersistence = 'u' THEN 'UNLOGGED' END AS unlogged,
              (SELECT 'WITH (' || string_agg(split_part(o, '=', 1) || '=' || quote_literal(substr(o, strpos(o, '=') + 1)), ', ')
                || ')' FROM unnest(c.reloptions) o) AS storage
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind IN ('r', 'p', 'f') AND c.relpersistence <> 't'
              AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            ORDER BY 2, 3""";

    /** Tables of all schemas that users made, those of extensions too. */
    static List<Relation> all(CatalogQuery query) throws SQLException {
        return query.list(TABLES, Relation::of);
    }

    Address address() {
        return Address.relation(id);
    }

    private static Relation of(ResultSet row) throws SQLException {
        return new Relation(
                row.getLong("id"),
                new TableName(row.getString("schema"), row.getString("name")),
                kind(row.getString("kind"), row.getBoolean("relispartition")),
                lines(row.getString("parts"), row.getString("bound")),
                row.getLong("rows"),
                Objects.requireNonNullElse(row.getString("comment"), ""),
                lines(row.getString("unlogged"), row.getString("storage")));
    }

    private static TableKind kind(String relkind, boolean partition) {
        if (relkind.equals("f")) {
            return TableKind.FOREIGN;
        }
        return partition ? TableKind.PARTITION : relkind.equals("p") ? TableKind.PARTITIONED : TableKind.ORDINARY;
    }

    private static String lines(String first, String second) {
        List<String> lines = new ArrayList<>();
        Collections.addAll(lines, first, second);
        lines.removeIf(Objects::isNull);
        return String.join("\n", lines);
    }
}
