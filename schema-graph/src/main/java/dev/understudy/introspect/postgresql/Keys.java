package dev.understudy.introspect.postgresql;

import dev.understudy.introspect.catalog.CatalogQuery;
import dev.understudy.schema.Index;
import dev.understudy.schema.UniqueKey;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Keys, indexes and exclusion constraints, by the number of their table. */
final class Keys {
    private static final String SELECT = """
            SELECT i.indrelid AS id, x.relname AS name,
              ARRAY(SELECT a.attname::text FROM unnest(i.indkey) WITH ORDINALITY k(att, place)
                    JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.att
                    WHERE k.place <= i.indnkeyatts AND k.att > 0 ORDER BY k.place) AS columns,
              ARRAY(SELECT pg_get_indexdef(i.indexrelid, k.place::int, false)
                    FROM unnest(i.indkey) WITH ORDINALITY k(att, place)
                    WHERE k.place <= i.indnkeyatts AND k.att = 0 ORDER BY k.place) AS expressions,
              i.indisprimary AS isprimary,
              coalesce((to_jsonb(i) ->> 'indnullsnotdistinct')::boolean, false) AS nullsequal,
              coalesce(pg_get_expr(i.indpred, i.indrelid), '') AS predicate,
              con.oid IS NOT NULL AS isconstraint,
              coalesce(pg_get_constraintdef(con.oid), pg_get_indexdef(i.indexrelid)) AS definition,
              coalesce(con.contype = 'x', false) AS exclusion
            FROM pg_index i
            JOIN pg_class x ON x.oid = i.indexrelid
            JOIN pg_class c ON c.oid = i.indrelid AND c.relkind IN ('r', 'p')
            JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname IN (:schemas)
            LEFT JOIN pg_constraint con ON con.conindid = i.indexrelid AND con.conrelid = i.indrelid
              AND con.contype IN ('p', 'u', 'x')
            WHERE i.indisvalid AND i.indislive
            """;

    private static final String KEYS = SELECT + """
            AND i.indisunique AND coalesce(con.contype <> 'x', true)
            ORDER BY i.indrelid, i.indisprimary DESC, (con.oid IS NOT NULL) DESC, x.relname""";

    private static final String INDEXES = SELECT + """
            AND (NOT i.indisunique OR coalesce(con.contype = 'x', false))
            ORDER BY i.indrelid, x.relname""";

    private Keys() {}

    static Map<Long, List<UniqueKey>> unique(CatalogQuery query) throws SQLException {
        return query.group(
                KEYS,
                row -> row.getLong("id"),
                row -> new UniqueKey(
                        row.getString("name"),
                        texts(row, "columns"),
                        row.getBoolean("isprimary"),
                        !row.getBoolean("nullsequal"),
                        Objects.requireNonNullElse(row.getString("predicate"), ""),
                        texts(row, "expressions"),
                        row.getBoolean("isconstraint"),
                        row.getString("definition")));
    }

    static Map<Long, List<Index>> others(CatalogQuery query) throws SQLException {
        return query.group(
                INDEXES,
                row -> row.getLong("id"),
                row -> new Index(
                        row.getString("name"),
                        texts(row, "columns"),
                        row.getBoolean("exclusion"),
                        row.getString("definition")));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
