package dev.understudy.definition;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the server itself prints of its catalog, one line per thing; shares nothing with the code under test. */
final class SecondOpinion {
    private static final String LINES = """
            SELECT format('constraint %s %s %s %s', k.conrelid::regclass, k.contypid::regtype, k.conname, pg_get_constraintdef(k.oid))
            FROM pg_constraint k WHERE k.conparentid = 0
            UNION ALL SELECT format('index %s %s', pg_get_indexdef(i.indexrelid), i.indisvalid) FROM pg_index i
            UNION ALL SELECT format('column %s %s %s %s %s %s %s %s', a.attrelid::regclass, a.attname, format_type(a.atttypid, a.atttypmod),
              a.attcollation::regcollation, a.attidentity, a.attgenerated, a.attnotnull OR t.typtype = 'd', pg_get_expr(d.adbin, d.adrelid))
              FROM pg_attribute a JOIN pg_type t ON t.oid = a.atttypid
              LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
              WHERE a.attnum > 0 AND NOT a.attisdropped
            UNION ALL SELECT format('place %s %s', a.attrelid::regclass, string_agg(a.attname, ',' ORDER BY a.attnum))
              FROM pg_attribute a WHERE a.attnum > 0 AND NOT a.attisdropped GROUP BY a.attrelid
            UNION ALL SELECT format('relation %s %s %s %s %s %s %s', c.oid::regclass, c.relkind, c.relpersistence, c.reloptions,
              c.relrowsecurity, c.relforcerowsecurity, pg_get_expr(c.relpartbound, c.oid)) FROM pg_class c
            UNION ALL SELECT format('parent %s %s', i.inhrelid::regclass, i.inhparent::regclass) FROM pg_inherits i
            UNION ALL SELECT format('sequence %s %s %s %s %s %s %s %s %s', s.seqrelid::regclass, s.seqtypid::regtype, s.seqstart, s.seqincrement,
              s.seqmin, s.seqmax, s.seqcache, s.seqcycle, d.refobjid::regclass || '.' || d.refobjsubid) FROM pg_sequence s
              LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.seqrelid AND d.deptype IN ('a', 'i')
            UNION ALL SELECT format('view %s %s %s', c.oid::regclass, c.relispopulated, pg_get_viewdef(c.oid))
              FROM pg_class c WHERE c.relkind IN ('v', 'm')
            UNION ALL SELECT format('rule %s', pg_get_ruledef(r.oid)) FROM pg_rewrite r WHERE r.rulename <> '_RETURN'
            UNION ALL SELECT format('trigger %s %s', pg_get_triggerdef(t.oid), t.tgenabled) FROM pg_trigger t WHERE NOT t.tgisinternal
            UNION ALL SELECT format('policy %s', to_jsonb(p) - 'tablename') FROM pg_policies p
            UNION ALL SELECT format('routine %s', pg_get_functiondef(p.oid)) FROM pg_proc p WHERE p.prokind IN ('f', 'p', 'w')
              AND p.pronamespace <> 'pg_catalog'::regnamespace
            UNION ALL SELECT format('aggregate %s %s %s %s %s', a.aggfnoid, a.aggtransfn, a.aggtranstype::regtype, a.agginitval, p.proparallel)
              FROM pg_aggregate a JOIN pg_proc p ON p.oid = a.aggfnoid
            UNION ALL SELECT format('operator %s %s', o.oid::regoperator, o.oprcode) FROM pg_operator o
            UNION ALL SELECT format('type %s %s %s %s %s', t.oid::regtype, t.typtype, t.typbasetype::regtype, t.typnotnull, t.typdefault)
              FROM pg_type t
            UNION ALL SELECT format('label %s %s', e.enumtypid::regtype, string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder))
              FROM pg_enum e GROUP BY e.enumtypid
            UNION ALL SELECT format('range %s %s %s', r.rngtypid::regtype, r.rngmultitypid::regtype, r.rngsubtype::regtype) FROM pg_range r
            UNION ALL SELECT format('collation %s %s', c.oid::regcollation, to_jsonb(c) - 'oid' - 'collnamespace' - 'collowner') FROM pg_collation c
            UNION ALL SELECT format('statistics %s', pg_get_statisticsobjdef(s.oid)) FROM pg_statistic_ext s
            UNION ALL SELECT format('cast %s %s', c.castsource::regtype, c.casttarget::regtype) FROM pg_cast c
            UNION ALL SELECT format('extension %s %s', e.extname, e.extnamespace::regnamespace) FROM pg_extension e
            UNION ALL SELECT format('comment %s %s %s', o.type, o.identity, d.description)
              FROM pg_description d, pg_identify_object(d.classoid, d.objoid, d.objsubid) o
            """;

    private SecondOpinion() {}

    /** Sorted lines about all that users made. */
    static List<String> of(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("SET search_path = ''");
            try (var rows = statement.executeQuery("SELECT line FROM (" + LINES
                    + ") l(line) WHERE line NOT LIKE '%pg_toast%' ORDER BY line COLLATE \"C\"")) {
                List<String> lines = new ArrayList<>();
                while (rows.next()) {
                    lines.add(rows.getString(1));
                }
                return lines;
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
