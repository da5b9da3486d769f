package dev.understudy.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.commandline.Contents;
import dev.understudy.commandline.DatabaseCase;
import dev.understudy.connect.Access;
import dev.understudy.connect.Answers;
import dev.understudy.connect.Database;
import dev.understudy.job.RunsJob;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.migrate.LedgerMigrations;
import dev.understudy.sql.statement.Identifiers;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that is killed while it makes its ledger, where tables are permanent one by one: the next run makes the rest. */
class TornLedgerTest {
    private static final List<String> LOOKS = List.of(
            "SELECT run_by, source_name, settings FROM understudy_run",
            "SELECT checksum FROM understudy_table",
            "SELECT done FROM understudy_statement",
            "SELECT restored FROM understudy_paused",
            "SELECT card FROM understudy_release",
            "SELECT end_block FROM understudy_part");

    /** @param version in whose middle it happens @param killed false if the migration failed and left a line that says so */
    @ParameterizedTest
    @CsvSource({"H2, 1, true", "H2, 2, false", "H2, 3, true", "H2, 4, true", "MARIADB, 1, true", "MARIADB, 3, false"})
    void theLedgerIsMadeWhole(DatabaseCase where, int version, boolean killed) throws SQLException {
        String url = where.empty("torn_" + version);
        try (Database target = Database.open(Access.of(url, "", ""))) {
            LedgerMigrations.migrate(target.dataSource(), target.vendor());
            tear(target, version, killed);

            LedgerMigrations.migrate(target.dataSource(), target.vendor());
            LedgerMigrations.migrate(target.dataSource(), target.vendor());
        }
        for (String look : LOOKS) {
            Contents.execute(url, look);
        }
    }

    /** The history of migrations is made before the first of them begins. */
    @ParameterizedTest
    @CsvSource({"H2", "MARIADB"})
    void nothingButTheHistoryWasMade(DatabaseCase where) throws SQLException {
        String url = where.empty("torn_at_once");
        try (Database target = Database.open(Access.of(url, "", ""))) {
            LedgerMigrations.migrate(target.dataSource(), target.vendor());
            target.with("Tearing", connection -> {
                for (String table : List.of("run", "table", "statement", "paused", "release", "part")) {
                    Answers.execute(connection, "DROP TABLE understudy_" + table);
                }
                Answers.execute(
                        connection, "DELETE FROM " + Identifiers.quote(target.vendor(), "understudy_flyway_history"));
                return null;
            });

            LedgerMigrations.migrate(target.dataSource(), target.vendor());
        }
        for (String look : LOOKS) {
            Contents.execute(url, look);
        }
    }

    /** H2 adds a column to a table by a copy, and drops the table before the copy has its name. */
    @Test
    void aTableThatWasLostIsMadeAgain() throws SQLException {
        String url = DatabaseCase.H2.empty("torn_copy");
        Access access = Access.of(url, "", "");
        try (Database target = Database.open(access)) {
            LedgerMigrations.migrate(target.dataSource(), target.vendor());
            tear(target, 3, true);
        }
        Contents.execute(
                url,
                "CREATE TABLE understudy_run_copy_4_2 AS SELECT * FROM understudy_run",
                "DROP TABLE understudy_run");
        assertThat(RunsJob.list(access)).isEmpty();

        try (Database target = Database.open(access)) {
            LedgerMigrations.migrate(target.dataSource(), target.vendor());
        }
        for (String look : LOOKS) {
            Contents.execute(url, look);
        }
        assertThat(Contents.of(url)).doesNotContainKey("understudy_run_copy_4_2");
    }

    private static void tear(Database target, int version, boolean killed) {
        Vendor vendor = target.vendor();
        String history = Identifiers.quote(vendor, "understudy_flyway_history");
        String number = Identifiers.quote(vendor, "version");
        String success = Identifiers.quote(vendor, "success");
        target.with("Tearing", connection -> {
            // The rows of the last versions are newer than the one that is torn, and so are their tables.
            for (int later = 4; later > version; later--) {
                Answers.update(
                        connection, "DELETE FROM " + history + " WHERE " + number + " = ?", String.valueOf(later));
                for (String sql : takenBack(later)) {
                    Answers.execute(connection, sql);
                }
            }
            if (version == 1) {
                Answers.execute(connection, "DROP TABLE understudy_paused");
            }
            String line = killed
                    ? "DELETE FROM " + history + " WHERE " + number + " = ?"
                    : "UPDATE " + history + " SET " + success + " = false WHERE " + number + " = ?";
            assertThat(Answers.update(connection, line, String.valueOf(version)))
                    .isEqualTo(1);
            return null;
        });
    }

    private static List<String> takenBack(int version) {
        return switch (version) {
            case 2 -> List.of("DROP TABLE understudy_release");
            case 3 ->
                List.of(
                        "ALTER TABLE understudy_run DROP COLUMN run_by",
                        "ALTER TABLE understudy_run DROP COLUMN source_name");
            default -> List.of("DROP TABLE understudy_part", "ALTER TABLE understudy_run DROP COLUMN settings");
        };
    }
}
