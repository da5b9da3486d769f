package dev.understudy.sql.migrate;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Vendor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Makes Understudy's own tables in a target, or brings them up to date. */
public final class LedgerMigrations {
    private static final String HISTORY = "understudy_flyway_history";

    /** Names of all tables that belong to Understudy, in lower case. */
    public static final Set<String> TABLES = Set.of(
            "understudy_run",
            "understudy_table",
            "understudy_part",
            "understudy_statement",
            "understudy_paused",
            "understudy_release",
            HISTORY);

    private LedgerMigrations() {}

    /**
     * Writes into the default schema of the connections. Does nothing when the tables are up to date. Goes on after a migration
     * that was killed.
     *
     * @throws UnderstudyException {@link Problem#CONNECTION} if the user may not create tables there,
     *     {@link Problem#USAGE} if the tables are those of another version
     */
    public static void migrate(DataSource target, Vendor vendor) {
        try (Connection connection = target.getConnection()) {
            TornMigration.takeBack(connection, vendor, HISTORY);
        } catch (SQLException e) {
            throw refused(e);
        }
        try {
            Flyway.configure(LedgerMigrations.class.getClassLoader())
                    .dataSource(target)
                    .locations("classpath:dev/understudy/sql/migrate/ledger")
                    .table(HISTORY)
                    .placeholders(placeholders(vendor))
                    // Other tables may stand in the same schema; the ledger begins beside them.
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .load()
                    .migrate();
        } catch (FlywayValidateException e) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "Understudy's own tables in the target are of another version of Understudy. Use that one, or drop the "
                            + "tables understudy_* if the earlier runs need not be known any more.",
                    e);
        } catch (FlywayException e) {
            throw refused(e);
        }
    }

    private static UnderstudyException refused(Exception why) {
        return new UnderstudyException(
                Problem.CONNECTION,
                "Understudy's own tables cannot be made in the target's default schema; its user needs to be allowed "
                        + "to create tables there.",
                why);
    }

    private static Map<String, String> placeholders(Vendor vendor) {
        Map<String, String> placeholders = new HashMap<>();
        placeholders.put("moment", moment(vendor));
        placeholders.put("text", text(vendor));
        for (String table : List.of("run", "table", "part", "statement", "paused", "release")) {
            // MariaDB has no names for primary keys, and warns of each.
            String name = "CONSTRAINT understudy_" + table + "_key ";
            placeholders.put("key_of_" + table, vendor == Vendor.MARIADB ? "" : name);
        }
        return placeholders;
    }

    private static String moment(Vendor vendor) {
        return switch (vendor) {
            case MARIADB -> "datetime(6)";
            case SQLITE -> "text";
            case POSTGRESQL, H2, GENERIC -> "timestamp(6) with time zone";
        };
    }

    private static String text(Vendor vendor) {
        return vendor == Vendor.MARIADB ? "mediumtext" : "text";
    }
}
