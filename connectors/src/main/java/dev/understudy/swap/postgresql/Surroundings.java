package dev.understudy.swap.postgresql;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What belongs to tables that serve and is not built over rows: owners, grants, triggers, rules, policies, comments, owned
 * sequences, links from other tables. Read before the exchange, said again after it, when the names are the same ones.
 *
 * @param before statements that let go of the old tables
 * @param after  statements that give the new ones all that the old ones had
 */
record Surroundings(List<String> before, List<String> after) {
    private static final String LET_GO = """
            SELECT format('ALTER SEQUENCE %s OWNED BY NONE', d.objid::regclass) FROM t JOIN pg_depend d
              ON d.refclassid = 'pg_class'::regclass AND d.refobjid = t.oid AND d.refobjsubid > 0
             AND d.classid = 'pg_class'::regclass AND d.deptype = 'a'
            JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
            UNION ALL
            SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', k.conrelid::regclass, k.conname)
            FROM t JOIN pg_constraint k ON k.confrelid = t.oid AND k.contype = 'f' AND k.conparentid = 0
            WHERE k.conrelid NOT IN (SELECT oid FROM t)""";

    private static final String OWNERS = """
            SELECT format('ALTER TABLE %I.%I OWNER TO %I', t.schema, t.name, pg_get_userbyid(c.relowner))
            FROM t JOIN pg_class c ON c.oid = t.oid WHERE pg_get_userbyid(c.relowner) <> current_user
            UNION ALL
            SELECT format('ALTER SEQUENCE %s OWNED BY %I.%I.%I', d.objid::regclass, t.schema, t.name, a.attname)
            FROM t JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = t.oid
             AND d.classid = 'pg_class'::regclass AND d.deptype = 'a'
            JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
            JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid""";

    /** New tables may have got grants by default; those go first. */
    private static final String GRANTS = """
            , o AS (
              SELECT t.oid, 'TABLE' AS kind, t.schema, t.name, c.relacl, b.relacl AS given
              FROM t JOIN pg_class c ON c.oid = t.oid
              LEFT JOIN pg_class b ON b.relname = t.name AND b.relnamespace = to_regnamespace(quote_ident(t.beside))
              UNION ALL
              SELECT s.oid, 'SEQUENCE', t.schema, s.relname, s.relacl, b.relacl FROM t JOIN pg_depend d
                ON d.refclassid = 'pg_class'::regclass AND d.refobjid = t.oid
               AND d.classid = 'pg_class'::regclass AND d.deptype = 'i'
              JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S'
              LEFT JOIN pg_class b ON b.relname = s.relname AND b.relnamespace = to_regnamespace(quote_ident(t.beside)))
            SELECT statement FROM (
              SELECT 1 AS step, format('REVOKE ALL ON %s %I.%I FROM %s', kind, schema, name,
                                       CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END) AS statement
              FROM o, aclexplode(coalesce(given, acldefault(CASE kind WHEN 'TABLE' THEN 'r' ELSE 's' END::"char",
                                                            (SELECT relowner FROM pg_class c WHERE c.oid = o.oid)))) x
              WHERE o.relacl IS NOT NULL OR given IS NOT NULL
              UNION ALL
              SELECT 2, format('GRANT %s ON %s %I.%I TO %s%s', privilege_type, kind, schema, name,
                               CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END,
                               CASE WHEN is_grantable AND grantee <> 0
                                     AND grantee <> (SELECT relowner FROM pg_class c WHERE c.oid = o.oid)
                                    THEN ' WITH GRANT OPTION' ELSE '' END)
              FROM o, aclexplode(coalesce(o.relacl, CASE WHEN given IS NOT NULL THEN
                   acldefault(CASE kind WHEN 'TABLE' THEN 'r' ELSE 's' END::"char",
                              (SELECT relowner FROM pg_class c WHERE c.oid = o.oid)) END)) x
              UNION ALL
              SELECT 3, format('GRANT %s (%I) ON %I.%I TO %s%s', privilege_type, a.attname, t.schema, t.name,
                               CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END,
                               CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
              FROM t JOIN pg_attribute a ON a.attrelid = t.oid AND NOT a.attisdropped, aclexplode(a.attacl) x) s
            ORDER BY step""";

    private static final String TRIGGERS = """
            SELECT pg_get_triggerdef(g.oid) FROM t JOIN pg_trigger g ON g.tgrelid = t.oid AND NOT g.tgisinternal
            UNION ALL
            SELECT format('ALTER TABLE %I.%I %s TRIGGER %I', t.schema, t.name, CASE g.tgenabled WHEN 'D' THEN 'DISABLE'
                          WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, g.tgname)
            FROM t JOIN pg_trigger g ON g.tgrelid = t.oid AND NOT g.tgisinternal AND g.tgenabled <> 'O'""";

    private static final String RULES = """
            SELECT pg_get_ruledef(r.oid) FROM t JOIN pg_rewrite r ON r.ev_class = t.oid
            UNION ALL
            SELECT format('ALTER TABLE %I.%I %s RULE %I', t.schema, t.name, CASE r.ev_enabled WHEN 'D' THEN 'DISABLE'
                          WHEN 'R' THEN 'ENABLE REPLICA' ELSE 'ENABLE ALWAYS' END, r.rulename)
            FROM t JOIN pg_rewrite r ON r.ev_class = t.oid AND r.ev_enabled <> 'O'""";

    private static final String POLICIES = """
            SELECT format('ALTER TABLE %I.%I %s ROW LEVEL SECURITY', t.schema, t.name, w.word)
            FROM t JOIN pg_class c ON c.oid = t.oid,
            LATERAL (VALUES ('ENABLE', c.relrowsecurity), ('FORCE', c.relforcerowsecurity)) w (word, held) WHERE w.held
            UNION ALL
            SELECT format('CREATE POLICY %I ON %I.%I AS %s FOR %s TO %s%s%s', p.polname, t.schema, t.name,
                     CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
                     CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE'
                                   ELSE 'ALL' END,
                     (SELECT string_agg(CASE r WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r)) END, ', ')
                      FROM unnest(p.polroles) r),
                     ' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')',
                     ' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')')
            FROM t JOIN pg_policy p ON p.polrelid = t.oid""";

    private static final String COMMENTS = """
            SELECT format('COMMENT ON %s %s IS %L', CASE o.type WHEN 'table column' THEN 'COLUMN' WHEN 'table constraint'
                          THEN 'CONSTRAINT' WHEN 'statistics object' THEN 'STATISTICS' ELSE upper(o.type) END,
                          o.identity, d.description)
            FROM pg_description d,
            LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) o
            WHERE (d.classoid, d.objoid) IN (
              SELECT 'pg_class'::regclass, oid FROM t
              UNION SELECT 'pg_class'::regclass, indexrelid FROM pg_index WHERE indrelid IN (SELECT oid FROM t)
              UNION SELECT 'pg_class'::regclass, objid FROM pg_depend WHERE refclassid = 'pg_class'::regclass
                    AND classid = 'pg_class'::regclass AND deptype = 'i' AND refobjid IN (SELECT oid FROM t)
              UNION SELECT 'pg_constraint'::regclass, oid FROM pg_constraint WHERE conrelid IN (SELECT oid FROM t)
              UNION SELECT 'pg_trigger'::regclass, oid FROM pg_trigger WHERE tgrelid IN (SELECT oid FROM t)
              UNION SELECT 'pg_rewrite'::regclass, oid FROM pg_rewrite WHERE ev_class IN (SELECT oid FROM t)
              UNION SELECT 'pg_policy'::regclass, oid FROM pg_policy WHERE polrelid IN (SELECT oid FROM t)
              UNION SELECT 'pg_statistic_ext'::regclass, oid FROM pg_statistic_ext WHERE stxrelid IN (SELECT oid FROM t))""";

    private static final String STATISTICS = """
            SELECT format('ALTER STATISTICS %I.%I SET SCHEMA %I', t.beside, s.stxname, n.nspname)
            FROM t JOIN pg_statistic_ext s ON s.stxrelid = t.oid JOIN pg_namespace n ON n.oid = s.stxnamespace""";

    private static final String OUTSIDE_LINKS = """
            SELECT format('ALTER TABLE %s ADD CONSTRAINT %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid))
            FROM t JOIN pg_constraint k ON k.confrelid = t.oid AND k.contype = 'f' AND k.conparentid = 0
            WHERE k.conrelid NOT IN (SELECT oid FROM t)""";

    private static final String OLD_STATISTICS = """
            SELECT format('ALTER STATISTICS %I.%I SET SCHEMA %I', n.nspname, s.stxname, t.away)
            FROM t JOIN pg_statistic_ext s ON s.stxrelid = t.oid JOIN pg_namespace n ON n.oid = s.stxnamespace""";

    /** To be read while no name is visible. */
    static Surroundings read(Connection connection, Catalog catalog) throws SQLException {
        List<String> before = new ArrayList<>(catalog.statements(connection, LET_GO));
        before.addAll(catalog.statements(connection, OLD_STATISTICS));
        List<String> after = new ArrayList<>();
        for (String query : List.of(STATISTICS, OWNERS, GRANTS, RULES, TRIGGERS, POLICIES, OUTSIDE_LINKS, COMMENTS)) {
            after.addAll(catalog.statements(connection, query));
        }
        return new Surroundings(List.copyOf(before), List.copyOf(after));
    }
}
