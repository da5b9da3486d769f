package dev.understudy.sql.vendor;

import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.TableDefinitions;
import dev.understudy.sql.ddl.crossvendor.CrossVendorDefinitions;
import dev.understudy.sql.ddl.h2.H2Definitions;
import dev.understudy.sql.ddl.mariadb.MariaDbDefinitions;
import dev.understudy.sql.ddl.postgresql.PostgresDefinitions;

/** How the tables of one vendor are defined in another. */
public final class Definitions {
    private Definitions() {}

    /** Between databases of one vendor its own texts, which lose nothing; else what both can say. */
    public static TableDefinitions of(Vendor source, Vendor target) {
        if (source != target) {
            return new CrossVendorDefinitions(target);
        }
        return switch (source) {
            case H2 -> new H2Definitions();
            case MARIADB -> new MariaDbDefinitions();
            case POSTGRESQL -> new PostgresDefinitions();
            case SQLITE, GENERIC -> new CrossVendorDefinitions(target);
        };
    }
}
