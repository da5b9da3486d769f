package dev.understudy.swap.postgresql;

import dev.understudy.connect.Answers;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Views over tables that are exchanged. A view is said again under its own number, so that its owner, grants and comments
 * stay and whatever is built on it does not notice. A materialized view cannot be said again: it is made anew. One that
 * reads the tables only through views is refreshed.
 *
 * @param locks  statements that lock each of them out without changing it
 * @param before statements that take old materialized views away
 * @param after  statements that make all of them read the new tables, in the order of their dependencies
 * @param drop   statements that drop the old materialized views
 */
record DependentViews(List<String> locks, List<String> before, List<String> after, List<String> drop) {
    private static final String EDGES = """
            SELECT DISTINCT v.oid, d.refobjid, v.relkind
            FROM pg_rewrite r JOIN pg_class v ON v.oid = r.ev_class AND v.relkind IN ('v', 'm')
            JOIN pg_depend d ON d.classid = 'pg_rewrite'::regclass AND d.objid = r.oid
                            AND d.refclassid = 'pg_class'::regclass AND d.refobjid <> v.oid
            WHERE r.rulename = '_RETURN' ORDER BY 1, 2""";

    private static final String LOCK = """
            SELECT format('ALTER %s %I.%I OWNER TO %I', CASE v.relkind WHEN 'v' THEN 'VIEW' ELSE 'MATERIALIZED VIEW' END,
                          n.nspname, v.relname, pg_get_userbyid(v.relowner))
            FROM pg_class v JOIN pg_namespace n ON n.oid = v.relnamespace WHERE v.oid = $view""";

    private static final String AGAIN = """
            SELECT format('CREATE OR REPLACE VIEW %I.%I%s AS %s', n.nspname, v.relname,
                     (SELECT ' WITH (' || string_agg(split_part(o, '=', 1) || '='
                                                     || quote_literal(substr(o, strpos(o, '=') + 1)), ', ') || ')'
                      FROM unnest(v.reloptions) o), pg_get_viewdef(v.oid))
            FROM pg_class v JOIN pg_namespace n ON n.oid = v.relnamespace WHERE v.oid = $view""";

    private static final String AWAY = """
            SELECT unnest(ARRAY[format('CREATE SCHEMA IF NOT EXISTS understudy_old_%s', n.oid),
                                format('ALTER MATERIALIZED VIEW %I.%I SET SCHEMA understudy_old_%s', n.nspname, v.relname, n.oid)])
            FROM pg_class v JOIN pg_namespace n ON n.oid = v.relnamespace WHERE v.oid = $view""";

    private static final String DROP = """
            SELECT format('DROP MATERIALIZED VIEW understudy_old_%s.%I', v.relnamespace, v.relname)
            FROM pg_class v WHERE v.oid = $view""";

    /** Filled by REFRESH, whose rows are seen by readers of older snapshots too. */
    private static final String ANEW = """
            WITH m AS (SELECT v.*, n.nspname FROM pg_class v JOIN pg_namespace n ON n.oid = v.relnamespace WHERE v.oid = $view)
            SELECT format('CREATE MATERIALIZED VIEW %I.%I%s%s%s AS %s WITH NO DATA', nspname, relname,
                     (SELECT ' USING ' || quote_ident(amname) FROM pg_am a WHERE a.oid = m.relam),
                     (SELECT ' WITH (' || string_agg(split_part(o, '=', 1) || '='
                                                     || quote_literal(substr(o, strpos(o, '=') + 1)), ', ') || ')'
                      FROM unnest(m.reloptions) o),
                     (SELECT ' TABLESPACE ' || quote_ident(spcname) FROM pg_tablespace s WHERE s.oid = m.reltablespace),
                     rtrim(pg_get_viewdef(m.oid), ';')) FROM m
            UNION ALL SELECT format('REFRESH MATERIALIZED VIEW %I.%I', nspname, relname) FROM m WHERE relispopulated
            UNION ALL SELECT pg_get_indexdef(i.indexrelid) FROM m JOIN pg_index i ON i.indrelid = m.oid
            UNION ALL SELECT format('ALTER TABLE %I.%I CLUSTER ON %I', nspname, m.relname, x.relname)
                      FROM m JOIN pg_index i ON i.indrelid = m.oid AND i.indisclustered JOIN pg_class x ON x.oid = i.indexrelid
            UNION ALL SELECT format('ANALYZE %I.%I', nspname, relname) FROM m WHERE relispopulated
            UNION ALL SELECT format('ALTER MATERIALIZED VIEW %I.%I OWNER TO %I', nspname, relname, pg_get_userbyid(relowner))
                      FROM m WHERE pg_get_userbyid(relowner) <> current_user
            UNION ALL SELECT format('REVOKE ALL ON %I.%I FROM %I', nspname, relname, pg_get_userbyid(relowner))
                      FROM m WHERE relacl IS NOT NULL
            UNION ALL SELECT format('GRANT %s ON %I.%I TO %s%s', privilege_type, nspname, relname,
                                    CASE grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(grantee)) END,
                                    CASE WHEN is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
                      FROM m, aclexplode(m.relacl) x
            UNION ALL SELECT format('COMMENT ON %s %s IS %L', CASE o.type WHEN 'materialized view column' THEN 'COLUMN'
                                    ELSE upper(o.type) END, o.identity, d.description)
                      FROM m JOIN pg_description d ON d.classoid = 'pg_class'::regclass
                        AND (d.objoid = m.oid OR d.objoid IN (SELECT indexrelid FROM pg_index WHERE indrelid = m.oid)),
                      LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) o""";

    private static final String REFRESH = """
            SELECT format('REFRESH MATERIALIZED VIEW %I.%I', n.nspname, v.relname)
            FROM pg_class v JOIN pg_namespace n ON n.oid = v.relnamespace WHERE v.oid = $view AND v.relispopulated""";

    /** To be read while no name is visible. */
    static DependentViews read(Connection connection, Catalog catalog) throws SQLException {
        Map<String, Set<String>> readsOf = new LinkedHashMap<>();
        Set<String> materialized = new HashSet<>();
        for (List<String> edge : Answers.rows(connection, EDGES, 3)) {
            readsOf.computeIfAbsent(edge.get(0), view -> new LinkedHashSet<>()).add(edge.get(1));
            if (edge.get(2).equals("m")) {
                materialized.add(edge.get(0));
            }
        }
        Set<String> anew = new HashSet<>(Arrays.asList(catalog.oids().split(", ")));
        Set<String> touched = new LinkedHashSet<>(anew);
        List<String> affected = new ArrayList<>();
        // A view comes after all that it reads, since it cannot be made before it.
        for (boolean found = true; found; ) {
            found = false;
            for (Map.Entry<String, Set<String>> view : readsOf.entrySet()) {
                boolean ready = touched.stream().anyMatch(view.getValue()::contains)
                        && view.getValue().stream()
                                .allMatch(read -> touched.contains(read) || !reaches(read, readsOf, anew));
                if (ready && touched.add(view.getKey())) {
                    affected.add(view.getKey());
                    if (materialized.contains(view.getKey())
                            && view.getValue().stream().anyMatch(anew::contains)) {
                        anew.add(view.getKey());
                    }
                    found = true;
                }
            }
        }
        return statements(connection, affected, readsOf, materialized, anew);
    }

    private static boolean reaches(String view, Map<String, Set<String>> readsOf, Set<String> goal) {
        return goal.contains(view)
                || readsOf.getOrDefault(view, Set.of()).stream().anyMatch(read -> reaches(read, readsOf, goal));
    }

    private static DependentViews statements(
            Connection connection,
            List<String> affected,
            Map<String, Set<String>> readsOf,
            Set<String> materialized,
            Set<String> anew)
            throws SQLException {
        List<String> locks = new ArrayList<>();
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        List<String> drop = new ArrayList<>();
        for (String view : affected) {
            locks.addAll(texts(connection, LOCK, view));
            boolean direct = readsOf.get(view).stream().anyMatch(anew::contains);
            if (anew.contains(view)) {
                before.addAll(texts(connection, AWAY, view));
                after.addAll(texts(connection, ANEW, view));
                drop.addAll(0, texts(connection, DROP, view));
            } else if (materialized.contains(view)) {
                after.addAll(texts(connection, REFRESH, view));
            } else if (direct) {
                after.addAll(texts(connection, AGAIN, view));
            }
        }
        return new DependentViews(List.copyOf(locks), List.copyOf(before), List.copyOf(after), List.copyOf(drop));
    }

    private static List<String> texts(Connection connection, String query, String view) throws SQLException {
        return Answers.rows(connection, query.replace("$view", view), 1).stream()
                .map(row -> row.get(0))
                .toList();
    }
}
