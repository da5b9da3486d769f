package dev.understudy.sql.statement;

import dev.understudy.schema.Vendor;
import java.util.Optional;

/**
 * Queries for what acts on its own in a database that stands already: links and triggers. Each lists the whole database,
 * so that links from tables outside the run are seen too.
 */
public final class LiveObjects {
    private static final String POSTGRESQL_LINKS = """
            SELECT cn.nspname, c.relname, pn.nspname, p.relname, k.conname, pg_get_constraintdef(k.oid), wn.nspname, w.relname
            FROM pg_constraint k
            JOIN pg_class c ON c.oid = k.conrelid JOIN pg_namespace cn ON cn.oid = c.relnamespace
            JOIN pg_class w ON w.oid = coalesce(pg_partition_root(k.conrelid), k.conrelid)
            JOIN pg_namespace wn ON wn.oid = w.relnamespace
            JOIN pg_class p ON p.oid = k.confrelid JOIN pg_namespace pn ON pn.oid = p.relnamespace
            WHERE k.contype = 'f' AND k.conparentid = 0
            ORDER BY 1, 2, 5""";

    private static final String MARIADB_LINKS = """
            SELECT constraint_schema, table_name, unique_constraint_schema, referenced_table_name, constraint_name, '',
                   constraint_schema, table_name
            FROM information_schema.referential_constraints
            ORDER BY 1, 2, 5""";

    private static final String STANDARD_LINKS = """
            SELECT c.table_schema, c.table_name, p.table_schema, p.table_name, r.constraint_name, '',
                   c.table_schema, c.table_name
            FROM information_schema.referential_constraints r
            JOIN information_schema.table_constraints c
              ON c.constraint_schema = r.constraint_schema AND c.constraint_name = r.constraint_name
            JOIN information_schema.table_constraints p
              ON p.constraint_schema = r.unique_constraint_schema AND p.constraint_name = r.unique_constraint_name
            ORDER BY 1, 2, 5""";

    /** Only those that nothing hangs on and whose definition says all: a unique one guards the rows while they come in. */
    private static final String POSTGRESQL_INDEXES = """
            SELECT n.nspname, c.relname, i.relname, pg_get_indexdef(i.oid)
            FROM pg_index x
            JOIN pg_class i ON i.oid = x.indexrelid
            JOIN pg_class c ON c.oid = x.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND NOT c.relispartition AND i.reltablespace = 0
            AND x.indisvalid AND NOT x.indisunique AND NOT x.indisclustered AND NOT x.indisreplident
            AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.oid)
            AND obj_description(i.oid, 'pg_class') IS NULL
            AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = i.oid AND a.attstattarget >= 0)
            AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = i.oid AND d.deptype IN ('e', 'x'))
            ORDER BY 1, 2, 3""";

    private static final String POSTGRESQL_TRIGGERS = """
            SELECT n.nspname, c.relname, t.tgname, CASE t.tgenabled WHEN 'A' THEN 'ALWAYS' ELSE '' END
            FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT t.tgisinternal AND t.tgparentid = 0 AND t.tgenabled IN ('O', 'A')
            ORDER BY 1, 2, 3""";

    private static final String STANDARD_TRIGGERS = """
            SELECT event_object_schema, event_object_table, trigger_name, ''
            FROM information_schema.triggers
            ORDER BY 1, 2, 3""";

    private static final String SQLITE_LINKS = """
            SELECT '', t.name, '', k."table", t.name || '.' || k.id, '', '', t.name
            FROM sqlite_schema t, pragma_foreign_key_list(t.name) k
            WHERE t.type = 'table' AND k.seq = 0
            ORDER BY 2, 5""";

    private static final String SQLITE_TRIGGERS = """
            SELECT '', tbl_name, name, ''
            FROM sqlite_schema
            WHERE type = 'trigger'
            ORDER BY 2, 3""";

    private final Vendor vendor;

    public LiveObjects(Vendor vendor) {
        this.vendor = vendor;
    }

    /**
     * Child schema, child, parent schema, parent, name, the vendor's clause where the catalog has one, and schema and name of
     * the partitioned table whose rows the child holds; its own where it is no partition.
     */
    public String links() {
        return switch (vendor) {
            case POSTGRESQL -> POSTGRESQL_LINKS;
            case MARIADB -> MARIADB_LINKS;
            case SQLITE -> SQLITE_LINKS;
            case H2, GENERIC -> STANDARD_LINKS;
        };
    }

    /**
     * Schema, table, name and definition of indexes that are built faster over all rows than row by row; empty where none can be
     * dropped and made again without losing anything.
     */
    public Optional<String> indexes() {
        return vendor == Vendor.POSTGRESQL ? Optional.of(POSTGRESQL_INDEXES) : Optional.empty();
    }

    /** Schema, table and name of every trigger that fires, and {@code ALWAYS} for one that fires in replicas too. */
    public String triggers() {
        return switch (vendor) {
            case POSTGRESQL -> POSTGRESQL_TRIGGERS;
            case SQLITE -> SQLITE_TRIGGERS;
            case MARIADB, H2, GENERIC -> STANDARD_TRIGGERS;
        };
    }
}
