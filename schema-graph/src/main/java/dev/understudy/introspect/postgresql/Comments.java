package dev.understudy.introspect.postgresql;

import dev.understudy.introspect.catalog.CatalogQuery;
import dev.understudy.schema.SchemaObject;
import dev.understudy.schema.SchemaObject.Kind;
import dev.understudy.schema.TableName;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Comments of everything but tables and their columns, as statements. */
final class Comments {
    /** The object that decides whether a comment is passed on: the table of an index, the domain of a constraint. */
    private static final String COMMENTS = """
            SELECT o.type, o.identity, d.description, quote_literal(d.description) AS text,
              CASE WHEN k.oid IS NOT NULL AND k.conrelid = 0 THEN 'pg_type' WHEN k.oid IS NOT NULL THEN 'pg_class'
                WHEN c.relkind = 'c' THEN 'pg_type' WHEN c.oid IS NOT NULL THEN 'pg_class'
                ELSE d.classoid::regclass::text END AS catalog,
              coalesce(nullif(k.conrelid, 0), k.contypid, i.indrelid, nullif(own.refobjid, 0),
                CASE WHEN c.relkind = 'c' THEN c.reltype END, c.oid, d.objoid) AS id,
              coalesce(n.nspname, '') AS schema
            FROM pg_description d
            CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) o
            LEFT JOIN pg_constraint k ON d.classoid = 'pg_constraint'::regclass AND k.oid = d.objoid
            LEFT JOIN pg_class c ON d.classoid = 'pg_class'::regclass AND c.oid = d.objoid
            LEFT JOIN pg_index i ON i.indexrelid = c.oid
            LEFT JOIN pg_namespace n ON n.oid = c.relnamespace
            LEFT JOIN LATERAL (SELECT x.refobjid FROM pg_depend x WHERE c.relkind = 'S' AND x.objid = c.oid
              AND x.classid = 'pg_class'::regclass AND x.deptype IN ('a', 'i') LIMIT 1) own ON true
            WHERE (d.objoid >= 16384 OR d.classoid = 'pg_namespace'::regclass AND d.objoid = 'public'::regnamespace
                AND d.description <> 'standard public schema')
              AND o.type NOT IN ('table', 'table column', 'extension')
            ORDER BY o.type, o.identity""";

    private Comments() {}

    static List<SchemaObject> of(CatalogQuery query, Selected selected) throws SQLException {
        return query
                .list(
                        COMMENTS,
                        row -> selected.creates(Address.of(row, ""))
                                        || row.getString("type").equals("sequence")
                                ? SchemaObject.created(
                                        Kind.OTHER,
                                        new TableName(
                                                "",
                                                "comment on " + row.getString("type") + " "
                                                        + row.getString("identity")),
                                        "COMMENT ON %s %s IS %s"
                                                .formatted(
                                                        keyword(row.getString("type")),
                                                        identity(row.getString("type"), row.getString("identity")),
                                                        row.getString("text")),
                                        List.of())
                                : null)
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private static String keyword(String type) {
        if (type.endsWith("column")) {
            return "COLUMN";
        }
        return switch (type) {
            case "table constraint", "domain constraint" -> "CONSTRAINT";
            case "statistics object" -> "STATISTICS";
            case "composite type" -> "TYPE";
            default -> type.toUpperCase(Locale.ROOT);
        };
    }

    private static String identity(String type, String identity) {
        return type.equals("domain constraint")
                ? identity.replaceFirst(" on (?=[^\"]|\"[^\"]*\"\\.)", " ON DOMAIN ")
                : identity;
    }
}
