package dev.understudy.sql.vendor;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.TableDefinitions;
import dev.understudy.sql.ddl.h2.H2Definitions;
import dev.understudy.sql.ddl.mariadb.MariaDbDefinitions;
import dev.understudy.sql.ddl.postgresql.PostgresDefinitions;

/** Who writes the definitions of a copy. */
public final class Definitions {
    private Definitions() {}

    public static TableDefinitions of(Vendor source, Vendor target) {
        if (source == target && source == Vendor.H2) {
            return new H2Definitions();
        }
        if (source == target && source == Vendor.MARIADB) {
            return new MariaDbDefinitions();
        }
        if (source == target && source == Vendor.POSTGRESQL) {
            return new PostgresDefinitions();
        }
        throw new UnderstudyException(
                Problem.USAGE,
                "From %s to %s no tables can be made; use target.schema: existing."
                        .formatted(source.title(), target.title()));
    }
}
