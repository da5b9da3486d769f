package dev.understudy.swap.postgresql;

import dev.understudy.connect.Answers;
import dev.understudy.swap.Swap;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements that define tables like some others, in schemas beside theirs, under the same names: so the names of indexes,
 * constraints and sequences are free there. All texts come from the catalog, fully qualified.
 */
final class BesideTables {
    private static final String SCHEMAS = """
            SELECT DISTINCT beside, format('CREATE SCHEMA %I', beside), format('COMMENT ON SCHEMA %I IS %L', beside, '$mark')
            FROM t ORDER BY 1""";

    private static final String TABLES = """
            SELECT format('CREATE %sTABLE %I.%I (LIKE %I.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING GENERATED'
                          || ' INCLUDING STORAGE%s)%s%s%s',
                     CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED ' ELSE '' END, t.beside, t.name, t.schema, t.name,
                     CASE WHEN current_setting('server_version_num')::int >= 140000 THEN ' INCLUDING COMPRESSION' ELSE '' END,
                     (SELECT ' USING ' || quote_ident(amname) FROM pg_am a WHERE a.oid = c.relam),
                     (SELECT ' WITH (' || string_agg(o.name || quote_literal(substr(o.word, strpos(o.word, '=') + 1)), ', ') || ')'
                      FROM (SELECT word, split_part(word, '=', 1) || '=' AS name FROM unnest(c.reloptions) word
                            UNION ALL
                            SELECT word, 'toast.' || split_part(word, '=', 1) || '=' FROM pg_class b, unnest(b.reloptions) word
                            WHERE b.oid = c.reltoastrelid) o),
                     (SELECT ' TABLESPACE ' || quote_ident(spcname) FROM pg_tablespace s WHERE s.oid = c.reltablespace))
            FROM t JOIN pg_class c ON c.oid = t.oid ORDER BY 1""";

    private static final String COLUMNS = """
            SELECT format('ALTER TABLE %I.%I ALTER COLUMN %I ADD GENERATED %s AS IDENTITY (SEQUENCE NAME %I.%I START %s'
                          || ' INCREMENT %s MINVALUE %s MAXVALUE %s CACHE %s %s)',
                     t.beside, t.name, a.attname, CASE a.attidentity WHEN 'a' THEN 'ALWAYS' ELSE 'BY DEFAULT' END,
                     t.beside, s.relname, q.seqstart, q.seqincrement, q.seqmin, q.seqmax, q.seqcache,
                     CASE WHEN q.seqcycle THEN 'CYCLE' ELSE 'NO CYCLE' END)
            FROM t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attidentity <> '' AND NOT a.attisdropped
            JOIN pg_depend d ON d.refclassid = 'pg_class'::regclass AND d.refobjid = t.oid AND d.refobjsubid = a.attnum
                            AND d.classid = 'pg_class'::regclass AND d.deptype = 'i'
            JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S' JOIN pg_sequence q ON q.seqrelid = s.oid
            UNION ALL
            SELECT format('ALTER TABLE %I.%I ALTER COLUMN %I SET STATISTICS %s', t.beside, t.name, a.attname, a.attstattarget)
            FROM t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE a.attstattarget >= 0
            UNION ALL
            SELECT format('ALTER TABLE %I.%I ALTER COLUMN %I SET (%s)', t.beside, t.name, a.attname,
                          array_to_string(a.attoptions, ', '))
            FROM t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE a.attoptions IS NOT NULL
            UNION ALL
            SELECT format('ALTER TABLE %I.%I REPLICA IDENTITY %s', t.beside, t.name,
                          CASE c.relreplident WHEN 'f' THEN 'FULL' ELSE 'NOTHING' END)
            FROM t JOIN pg_class c ON c.oid = t.oid WHERE c.relreplident IN ('f', 'n')""";

    /** A text that does not begin as expected gives null. */
    private static final String INDEXES = """
            SELECT CASE WHEN starts_with(def, head) THEN rest || substr(def, length(head) + 1) END
            FROM (SELECT pg_get_indexdef(x.oid) AS def,
                         format('CREATE %sINDEX %I ON %I.%I USING ', word, x.relname, t.schema, t.name) AS head,
                         format('CREATE %sINDEX %I ON %I.%I USING ', word, x.relname, t.beside, t.name) AS rest
                  FROM t JOIN pg_index i ON i.indrelid = t.oid JOIN pg_class x ON x.oid = i.indexrelid
                  JOIN pg_am m ON m.oid = x.relam,
                  LATERAL (SELECT CASE WHEN i.indisunique THEN 'UNIQUE ' ELSE '' END AS word) w
                  WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = x.oid AND k.conrelid = t.oid
                                    AND (k.contype = 'x' OR k.contype IN ('p', 'u') AND m.amname <> 'btree'))
                  ORDER BY t.name, x.relname) texts""";

    private static final String KEYS = """
            SELECT format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', t.beside, t.name, k.conname,
                     CASE WHEN k.contype = 'x' OR m.amname <> 'btree' THEN pg_get_constraintdef(k.oid)
                     ELSE CASE k.contype WHEN 'p' THEN 'PRIMARY KEY' ELSE 'UNIQUE' END || format(' USING INDEX %I', x.relname)
                          || CASE WHEN k.condeferrable THEN ' DEFERRABLE' ELSE '' END
                          || CASE WHEN k.condeferred THEN ' INITIALLY DEFERRED' ELSE '' END END)
            FROM t JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype IN ('p', 'u', 'x')
            JOIN pg_class x ON x.oid = k.conindid JOIN pg_am m ON m.oid = x.relam ORDER BY t.name, k.conname""";

    private static final String INDEX_SETTINGS = """
            SELECT format('ALTER TABLE %I.%I %s %I', t.beside, t.name, w.word, x.relname)
            FROM t JOIN pg_index i ON i.indrelid = t.oid JOIN pg_class x ON x.oid = i.indexrelid,
            LATERAL (VALUES ('CLUSTER ON', i.indisclustered), ('REPLICA IDENTITY USING INDEX', i.indisreplident)) w (word, held)
            WHERE w.held
            UNION ALL
            SELECT format('ALTER INDEX %I.%I SET TABLESPACE %I', t.beside, x.relname, s.spcname)
            FROM t JOIN pg_index i ON i.indrelid = t.oid JOIN pg_class x ON x.oid = i.indexrelid
            JOIN pg_tablespace s ON s.oid = x.reltablespace
            UNION ALL
            SELECT format('ALTER INDEX %I.%I ALTER COLUMN %s SET STATISTICS %s', t.beside, x.relname, a.attnum, a.attstattarget)
            FROM t JOIN pg_index i ON i.indrelid = t.oid JOIN pg_class x ON x.oid = i.indexrelid
            JOIN pg_attribute a ON a.attrelid = x.oid AND a.attstattarget >= 0 AND pg_get_indexdef(x.oid, a.attnum, true) LIKE '%(%'""";

    private static final String LINKS = """
            SELECT CASE WHEN starts_with(def, head) THEN format('ALTER TABLE %I.%I ADD CONSTRAINT %I %s', beside, name, link,
                                                                rest || substr(def, length(head) + 1)) END
            FROM (SELECT t.beside, t.name, k.conname AS link, pg_get_constraintdef(k.oid) AS def,
                         format('FOREIGN KEY (%s) REFERENCES %I.%I(', columns, n.nspname, p.relname) AS head,
                         format('FOREIGN KEY (%s) REFERENCES %I.%I(', columns, coalesce(b.beside, n.nspname), p.relname) AS rest
                  FROM t JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'f' AND k.conparentid = 0
                  JOIN pg_class p ON p.oid = k.confrelid JOIN pg_namespace n ON n.oid = p.relnamespace
                  LEFT JOIN t b ON b.oid = p.oid,
                  LATERAL (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY o.at) AS columns
                           FROM unnest(k.conkey) WITH ORDINALITY o (num, at)
                           JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = o.num) c
                  ORDER BY t.name, k.conname) texts""";

    private static final String STATISTICS = """
            SELECT CASE WHEN starts_with(def, head) AND right(def, length(tail)) = tail
                        THEN format('CREATE STATISTICS %I.%I', beside, stat)
                             || substr(def, length(head) + 1, length(def) - length(head) - length(tail))
                             || format(' FROM %I.%I', beside, name) END
            FROM (SELECT t.beside, t.name, s.stxname AS stat, pg_get_statisticsobjdef(s.oid) AS def,
                         format('CREATE STATISTICS %I.%I', n.nspname, s.stxname) AS head,
                         format(' FROM %I.%I', t.schema, t.name) AS tail
                  FROM t JOIN pg_statistic_ext s ON s.stxrelid = t.oid JOIN pg_namespace n ON n.oid = s.stxnamespace) texts""";

    private final Catalog catalog;

    BesideTables(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Schemas beside, with what marks them as ours. */
    List<String> schemas(Connection connection) throws SQLException {
        List<String> statements = new ArrayList<>();
        for (List<String> row : Answers.rows(connection, catalog.query(SCHEMAS.replace("$mark", Swap.MARK)), 3)) {
            statements.addAll(row.subList(1, 3));
        }
        return statements;
    }

    /** The tables, empty, without keys, indexes and links. */
    List<String> tables(Connection connection) throws SQLException {
        List<String> statements = new ArrayList<>(catalog.statements(connection, TABLES));
        statements.addAll(catalog.statements(connection, COLUMNS));
        return statements;
    }

    /** What is built over their rows. A definition of a form that is not known is an empty text. */
    List<String> built(Connection connection) throws SQLException {
        List<String> statements = new ArrayList<>();
        for (String query : List.of(INDEXES, KEYS, INDEX_SETTINGS, LINKS, STATISTICS)) {
            statements.addAll(catalog.statements(connection, query));
        }
        return statements;
    }
}
