package dev.understudy.sql.statement;

import dev.understudy.schema.Vendor;
import java.util.Optional;

/** Asks a catalog how much room tables take. */
public final class TableSizes {
    private TableSizes() {}

    /** Schema, table and bytes with indexes; empty for a vendor that does not say. */
    public static Optional<String> query(Vendor vendor) {
        return switch (vendor) {
            case POSTGRESQL -> Optional.of("""
                    SELECT n.nspname, c.relname,
                           CASE c.relkind WHEN 'p' THEN (SELECT sum(pg_total_relation_size(p.relid)) FROM pg_partition_tree(c.oid) p)
                                          ELSE pg_total_relation_size(c.oid) END
                    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                    WHERE c.relkind IN ('r', 'p') AND n.nspname NOT IN ('pg_catalog', 'information_schema')""");
            case MARIADB -> Optional.of("""
                    SELECT table_schema, table_name, data_length + index_length FROM information_schema.tables
                    WHERE table_type = 'BASE TABLE'""");
            case H2, SQLITE, GENERIC -> Optional.empty();
        };
    }
}
