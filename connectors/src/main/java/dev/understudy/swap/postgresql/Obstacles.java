package dev.understudy.swap.postgresql;

import dev.understudy.connect.Answers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** What an exchange of tables would lose, or may not do. Each query gives one reason a row. */
final class Obstacles {
    private static final String RIGHTS = """
            SELECT 'its user may not create schemas in the database' FROM t
            WHERE NOT has_database_privilege(current_database(), 'CREATE')
            UNION ALL
            SELECT format('its user does not own %I.%I', t.schema, t.name) FROM t JOIN pg_class c ON c.oid = t.oid
            WHERE NOT pg_has_role(c.relowner, 'MEMBER')
            UNION ALL
            SELECT format('its user may not create tables in schema %I', t.schema) FROM t
            WHERE NOT has_schema_privilege(t.schema, 'CREATE')
            LIMIT 1""";

    private static final String KINDS = """
            SELECT format('%I.%I is partitioned, inherits or is inherited from', t.schema, t.name)
            FROM t JOIN pg_class c ON c.oid = t.oid
            WHERE c.relkind = 'p' OR c.relispartition
               OR EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = t.oid OR i.inhparent = t.oid)
            UNION ALL
            SELECT format('%I.%I is no ordinary table', t.schema, t.name) FROM t JOIN pg_class c ON c.oid = t.oid
            WHERE c.relkind NOT IN ('r', 'p') OR c.reloftype <> 0 OR c.relpersistence = 't'
            UNION ALL
            SELECT format('%I.%I is published, and subscribers would not see an exchange', t.schema, t.name)
            FROM t JOIN pg_publication_tables p ON p.schemaname = t.schema AND p.tablename = t.name
            UNION ALL
            SELECT format('%I.%I has a security label', t.schema, t.name)
            FROM t JOIN pg_seclabel l ON l.classoid = 'pg_class'::regclass AND l.objoid = t.oid
            LIMIT 1""";

    /** Functions over a table's row type, columns of that type, policies and rules of other tables. */
    private static final String DEPENDENTS = """
            SELECT format('%s depends on %I.%I', pg_describe_object(d.classid, d.objid, 0), t.schema, t.name)
            FROM t JOIN pg_class c ON c.oid = t.oid
            JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = t.oid AND d.deptype IN ('n', 'a')
            LEFT JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
            LEFT JOIN pg_class v ON v.oid = r.ev_class
            LEFT JOIN pg_policy p ON d.classid = 'pg_policy'::regclass AND p.oid = d.objid
            LEFT JOIN pg_class k ON d.classid = 'pg_class'::regclass AND k.oid = d.objid
            LEFT JOIN pg_trigger g ON d.classid = 'pg_trigger'::regclass AND g.oid = d.objid
            WHERE CASE d.classid
                    WHEN 'pg_rewrite'::regclass THEN NOT (v.relkind IN ('v', 'm') OR v.oid IN (SELECT oid FROM t))
                    WHEN 'pg_policy'::regclass THEN p.polrelid NOT IN (SELECT oid FROM t)
                    WHEN 'pg_trigger'::regclass THEN g.tgrelid NOT IN (SELECT oid FROM t) AND NOT g.tgisinternal
                    WHEN 'pg_class'::regclass THEN k.relkind NOT IN ('i', 'S', 't')
                    WHEN 'pg_constraint'::regclass THEN false
                    WHEN 'pg_attrdef'::regclass THEN false
                    WHEN 'pg_statistic_ext'::regclass THEN false
                    ELSE true END
            UNION ALL
            SELECT format('%s depends on rows of %I.%I', pg_describe_object(d.classid, d.objid, 0), t.schema, t.name)
            FROM t JOIN pg_class c ON c.oid = t.oid JOIN pg_type y ON y.oid = c.reltype
            JOIN pg_depend d ON d.refclassid = 'pg_type'::regclass AND d.refobjid IN (y.oid, y.typarray) AND d.deptype = 'n'
            LIMIT 1""";

    private static final String VIEWS = """
            SELECT format('its user does not own the view %I.%I', n.nspname, v.relname)
            FROM t JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = t.oid
            JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
            JOIN pg_class v ON v.oid = r.ev_class AND v.relkind IN ('v', 'm') JOIN pg_namespace n ON n.oid = v.relnamespace
            WHERE NOT pg_has_role(v.relowner, 'MEMBER') LIMIT 1""";

    private Obstacles() {}

    /** The first reason against an exchange. */
    static Optional<String> find(Connection connection, Catalog catalog) throws SQLException {
        for (String query : List.of(RIGHTS, KINDS, DEPENDENTS, VIEWS)) {
            Optional<String> found = Answers.text(connection, catalog.query(query));
            if (found.isPresent()) {
                return found;
            }
        }
        List<String> built = Catalog.qualified(connection, () -> new BesideTables(catalog).built(connection));
        return built.contains("") ? Optional.of("an index or a link is of a form that is not known") : Optional.empty();
    }
}
