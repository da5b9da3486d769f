package dev.understudy.introspect.postgresql;

import static dev.understudy.introspect.postgresql.TypeSearches.OF_USERS;

import dev.understudy.introspect.postgresql.Found.Search;
import dev.understudy.schema.SchemaObject.Kind;
import java.util.List;

/** Where views are found, and what stands on tables and views: statistics, rules, triggers and policies. */
final class RelationSearches {
    private static final String STORAGE = """
            coalesce(' WITH (' || (SELECT string_agg(split_part(o, '=', 1) || '='
              || quote_literal(substr(o, strpos(o, '=') + 1)), ', ') FROM unnest(c.reloptions) o) || ')', '')""";

    /** What stands on an extension's own tables and views comes with the extension. */
    private static final String NOT_OF_EXTENSION =
            " AND NOT EXISTS (SELECT 1 FROM pg_depend e WHERE e.classid = 'pg_class'::regclass"
                    + " AND e.objid = c.oid AND e.deptype = 'e')";

    private static final Search STATISTICS = new Search(Kind.STATISTICS, "pg_statistic_ext", """
            SELECT s.oid AS id, n.nspname AS schema, s.stxname AS name, pg_get_statisticsobjdef(s.oid) AS definition,
              NULL AS source, s.stxrelid AS onid, NULL AS reason
            FROM pg_statistic_ext s JOIN pg_namespace n ON n.oid = s.stxnamespace WHERE""" + " " + OF_USERS);

    private static final Search VIEWS = new Search(Kind.VIEW, "pg_class", """
            SELECT c.oid AS id, n.nspname AS schema, c.relname AS name,
              format('CREATE VIEW %I.%I', n.nspname, c.relname) ||""" + " " + STORAGE + """
                || E' AS\\n' || rtrim(pg_get_viewdef(c.oid), ';') AS definition,
              NULL AS source, 0 AS onid, NULL AS reason
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'v' AND c.relpersistence <> 't' AND""" + " " + OF_USERS);

    private static final Search MATERIALIZED_VIEWS =
            new Search(Kind.MATERIALIZED_VIEW, "pg_class", """
            SELECT c.oid AS id, n.nspname AS schema, c.relname AS name,
              format('CREATE MATERIALIZED VIEW %I.%I', n.nspname, c.relname) ||""" + " " + STORAGE + """
                || E' AS\\n' || rtrim(pg_get_viewdef(c.oid), ';')
                || CASE WHEN c.relispopulated THEN '' ELSE E'\\nWITH NO DATA' END AS definition,
              pg_get_viewdef(c.oid) AS source, 0 AS onid, NULL AS reason
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relkind = 'm' AND""" + " " + OF_USERS);

    private static final Search VIEW_INDEXES = new Search(Kind.VIEW_INDEX, "pg_index", """
            SELECT i.indexrelid AS id, n.nspname AS schema, x.relname AS name, pg_get_indexdef(i.indexrelid) AS definition,
              NULL AS source, i.indrelid AS onid, NULL AS reason
            FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid AND c.relkind = 'm'
            JOIN pg_class x ON x.oid = i.indexrelid JOIN pg_namespace n ON n.oid = x.relnamespace
            WHERE i.indisvalid AND""" + " " + OF_USERS);

    private static final Search RULES = new Search(Kind.RULE, "pg_rewrite", """
            SELECT r.oid AS id, n.nspname AS schema, c.relname || '.' || r.rulename AS name,
              rtrim(pg_get_ruledef(r.oid), ';') AS definition, NULL AS source, r.ev_class AS onid,
              CASE r.ev_enabled WHEN 'D' THEN 'it is switched off in the source' END AS reason
            FROM pg_rewrite r JOIN pg_class c ON c.oid = r.ev_class JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE r.rulename <> '_RETURN' AND""" + " " + OF_USERS + NOT_OF_EXTENSION);

    /** Stands for a catalog of its own; the numbers are those of the triggers. */
    static final String MODE_OF_TRIGGER = "mode of trigger";

    /** The clones of a trigger in partitions come with the trigger of the partitioned table. */
    private static final String TRIGGER_ROWS = """
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND""" + " " + OF_USERS + NOT_OF_EXTENSION;

    private static final Search TRIGGERS = new Search(Kind.TRIGGER, "pg_trigger", """
            SELECT t.oid AS id, n.nspname AS schema, c.relname || '.' || t.tgname AS name,
              pg_get_triggerdef(t.oid) AS definition,
              CASE t.tgenabled WHEN 'D' THEN 'off ' ELSE '' END || t.tgfoid::regprocedure::text AS source,
              t.tgrelid AS onid, NULL AS reason
            """ + TRIGGER_ROWS);

    private static final Search TRIGGER_MODES =
            new Search(Kind.OTHER, MODE_OF_TRIGGER, """
            SELECT t.oid AS id, n.nspname AS schema, c.relname || '.' || t.tgname || ' mode' AS name,
              format('ALTER TABLE %I.%I ENABLE %s TRIGGER %I', n.nspname, c.relname,
                CASE t.tgenabled WHEN 'A' THEN 'ALWAYS' ELSE 'REPLICA' END, t.tgname) AS definition,
              NULL AS source, t.tgrelid AS onid, NULL AS reason
            """ + TRIGGER_ROWS + " AND t.tgenabled IN ('A', 'R')");

    private static final Search POLICIES = new Search(Kind.POLICY, "pg_policy", """
            SELECT p.oid AS id, n.nspname AS schema, c.relname || '.' || p.polname AS name,
              format('CREATE POLICY %I ON %I.%I AS %s FOR %s TO ', p.polname, n.nspname, c.relname,
                  CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
                  CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
                    WHEN 'd' THEN 'DELETE' ELSE 'ALL' END)
                || (SELECT string_agg(coalesce(quote_ident(r.rolname), 'PUBLIC'), ', ' ORDER BY r.rolname)
                    FROM unnest(p.polroles) x(role) LEFT JOIN pg_roles r ON r.oid = x.role)
                || coalesce(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
                || coalesce(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '') AS definition,
              NULL AS source, p.polrelid AS onid, NULL AS reason
            FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE""" + " " + OF_USERS);

    private RelationSearches() {}

    private static Search rowSecurity(String what, String column) {
        return new Search(Kind.POLICY, "row security " + what, """
                SELECT c.oid AS id, n.nspname AS schema, c.relname || '.%1$s' AS name,
                  format('ALTER TABLE %%I.%%I %1$s ROW LEVEL SECURITY', n.nspname, c.relname) AS definition,
                  NULL AS source, c.oid AS onid, NULL AS reason
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.%2$s AND %3$s""".formatted(what, column, OF_USERS));
    }

    static List<Search> all() {
        return List.of(
                STATISTICS,
                VIEWS,
                MATERIALIZED_VIEWS,
                VIEW_INDEXES,
                RULES,
                TRIGGERS,
                POLICIES,
                rowSecurity("ENABLE", "relrowsecurity"),
                rowSecurity("FORCE", "relforcerowsecurity"),
                TRIGGER_MODES);
    }
}
