package dev.understudy.introspect.postgresql;

import dev.understudy.introspect.catalog.CatalogQuery;
import dev.understudy.schema.Column;
import dev.understudy.schema.Filling;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Columns with their exact types, by the number of their table. */
final class Columns {
    private static final String COLUMNS = """
            WITH RECURSIVE layers AS (
              SELECT t.oid AS domain, t.typbasetype AS base, t.typtypmod AS typmod, t.typnotnull AS needed
              FROM pg_type t WHERE t.typtype = 'd'
              UNION ALL
              SELECT l.domain, t.typbasetype, t.typtypmod, l.needed OR t.typnotnull
              FROM layers l JOIN pg_type t ON t.oid = l.base WHERE t.typtype = 'd'),
            domains AS (
              SELECT l.* FROM layers l JOIN pg_type t ON t.oid = l.base WHERE t.typtype <> 'd')
            SELECT a.attrelid AS id, a.attname AS name,
              format_type(a.atttypid, a.atttypmod)
                || CASE WHEN a.attcollation NOT IN (0, declared.typcollation)
                   THEN ' COLLATE ' || quote_ident(cn.nspname) || '.' || quote_ident(co.collname) ELSE '' END AS sqlname,
              format_type(base.oid, coalesce(d.typmod, a.atttypmod)) AS basename,
              coalesce(d.typmod, a.atttypmod) AS typmod,
              base.typname AS base, base.typtype AS form, base.typnamespace = 'pg_catalog'::regnamespace AS builtin,
              base.typcategory = 'A' AS isarray,
              ARRAY(SELECT e.enumlabel FROM pg_enum e
                    WHERE e.enumtypid = coalesce(ed.base, element.oid, base.oid) ORDER BY e.enumsortorder) AS labels,
              a.attnotnull OR coalesce(d.needed, false) AS needed,
              a.attidentity AS identity, a.attgenerated <> '' AS generated,
              pg_get_expr(def.adbin, def.adrelid) AS expression,
              EXISTS (SELECT FROM pg_depend x JOIN pg_class s ON s.oid = x.refobjid AND s.relkind = 'S'
                      WHERE x.classid = 'pg_attrdef'::regclass AND x.objid = def.oid) AS counts,
              col_description(a.attrelid, a.attnum) AS comment
            FROM pg_attribute a
            JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p', 'f')
            JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname IN (:schemas)
            JOIN pg_type declared ON declared.oid = a.atttypid
            LEFT JOIN domains d ON d.domain = a.atttypid
            JOIN pg_type base ON base.oid = coalesce(d.base, a.atttypid)
            LEFT JOIN pg_type element ON element.oid = base.typelem AND base.typcategory = 'A'
            LEFT JOIN domains ed ON ed.domain = element.oid
            LEFT JOIN pg_attrdef def ON def.adrelid = a.attrelid AND def.adnum = a.attnum
            LEFT JOIN pg_collation co ON co.oid = a.attcollation
            LEFT JOIN pg_namespace cn ON cn.oid = co.collnamespace
            WHERE a.attnum > 0 AND NOT a.attisdropped
            ORDER BY a.attrelid, a.attnum""";

    private Columns() {}

    static Map<Long, List<Column>> of(CatalogQuery query) throws SQLException {
        return query.group(COLUMNS, row -> row.getLong("id"), Columns::column);
    }

    private static Column column(ResultSet row) throws SQLException {
        boolean generated = row.getBoolean("generated");
        String expression = Objects.requireNonNullElse(row.getString("expression"), "");
        ColumnTypes.Facts facts = new ColumnTypes.Facts(
                row.getString("base"),
                row.getString("form"),
                row.getBoolean("builtin"),
                row.getBoolean("isarray"),
                row.getInt("typmod"));
        List<String> labels = Arrays.asList((String[]) row.getArray("labels").getArray());
        return new Column(
                row.getString("name"),
                ColumnTypes.of(facts, row.getString("sqlname"), row.getString("basename"), labels),
                !row.getBoolean("needed"),
                filling(row, generated, expression),
                generated ? "" : expression,
                generated ? expression : "",
                Objects.requireNonNullElse(row.getString("comment"), ""));
    }

    private static Filling filling(ResultSet row, boolean generated, String expression) throws SQLException {
        if (generated) {
            return Filling.GENERATED;
        }
        return switch (row.getString("identity")) {
            case "a" -> Filling.IDENTITY_ALWAYS;
            case "d" -> Filling.IDENTITY_BY_DEFAULT;
            default ->
                // 'A' || nextval(...) is an ordinary default: the column does not hold the counter's numbers.
                row.getBoolean("counts") && expression.matches("(?s)\\(?nextval\\('.*'::regclass\\)\\)?(::\\w+)?")
                        ? Filling.SEQUENCE
                        : Filling.ORDINARY;
        };
    }
}
