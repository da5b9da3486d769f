package dev.understudy.introspect.postgresql;

import dev.understudy.introspect.catalog.CatalogQuery;
import dev.understudy.schema.Check;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Conditions by the number of their table; inherited ones too, for its rows must meet them. */
final class Checks {
    private static final String CHECKS = """
            SELECT k.conrelid AS id, k.conname AS name, pg_get_expr(k.conbin, k.conrelid) AS expression,
              k.convalidated AND coalesce((to_jsonb(k) ->> 'conenforced')::boolean, true) AS enforced,
              pg_get_constraintdef(k.oid) AS definition
            FROM pg_constraint k
            JOIN pg_class c ON c.oid = k.conrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname IN (:schemas)
            WHERE k.contype = 'c' ORDER BY 1, 2""";

    private Checks() {}

    static Map<Long, List<Check>> of(CatalogQuery query) throws SQLException {
        return query.group(
                CHECKS,
                row -> row.getLong("id"),
                row -> new Check(
                        row.getString("name"),
                        row.getString("expression"),
                        row.getBoolean("enforced"),
                        row.getString("definition")));
    }
}
