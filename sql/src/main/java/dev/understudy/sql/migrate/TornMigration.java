package dev.understudy.sql.migrate;

import dev.understudy.schema.Vendor;
import dev.understudy.sql.statement.Identifiers;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a migration of the ledger left that was killed in its middle, where every definition is permanent by itself (MariaDB,
 * H2): tables that the next try would find in its way. H2 adds a column by making a copy of the table and dropping the table, so that a
 * table that was there may be gone.
 */
final class TornMigration {
    private record Version(String number, List<String> takeBack) {}

    /** In order; nothing of a version is used before it is done. */
    private static final List<Version> VERSIONS = List.of(
            new Version(
                    "1",
                    List.of(
                            "DROP TABLE IF EXISTS understudy_run",
                            "DROP TABLE IF EXISTS understudy_table",
                            "DROP TABLE IF EXISTS understudy_statement",
                            "DROP TABLE IF EXISTS understudy_paused")),
            new Version("2", List.of("DROP TABLE IF EXISTS understudy_release")),
            new Version(
                    "3",
                    List.of(
                            "ALTER TABLE understudy_run DROP COLUMN IF EXISTS run_by",
                            "ALTER TABLE understudy_run DROP COLUMN IF EXISTS source_name")),
            new Version(
                    "4",
                    List.of(
                            "DROP TABLE IF EXISTS understudy_part",
                            "ALTER TABLE understudy_run DROP COLUMN IF EXISTS settings")));

    private TornMigration() {}

    /**
     * Takes back the first version that is begun and not done. Does nothing where no migration ever began, where all are done,
     * and where definitions are part of a transaction.
     *
     * @param history table of the migrations that are done
     */
    static void takeBack(Connection connection, Vendor vendor, String history) throws SQLException {
        if (vendor != Vendor.MARIADB && vendor != Vendor.H2 || !exists(connection, history)) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            Set<String> done = done(statement, vendor, history);
            List<Version> left = new ArrayList<>(VERSIONS);
            left.removeIf(version -> done.contains(version.number()));
            if (left.isEmpty()) {
                return;
            }
            if (vendor == Vendor.H2 && takeBackAll(connection, statement, history)) {
                return;
            }
            for (String sql : left.get(0).takeBack()) {
                statement.execute(sql);
            }
            // What failed is tried again, and not told as damage.
            statement.execute("DELETE FROM " + Identifiers.quote(vendor, history) + " WHERE "
                    + Identifiers.quote(vendor, "success") + " = false");
        }
    }

    /** Begins anew where the table of runs was lost, or never made, before the first run was written. @return false if it is there */
    private static boolean takeBackAll(Connection connection, Statement statement, String history) throws SQLException {
        for (String copy : found(connection, "UNDERSTUDY\\_%\\_COPY\\_%")) {
            statement.execute("DROP TABLE " + Identifiers.quote(Vendor.H2, copy));
        }
        boolean written = exists(connection, "UNDERSTUDY_TABLE") && isWritten(statement);
        if (exists(connection, "UNDERSTUDY_RUN") || written) {
            return false;
        }
        for (Version version : VERSIONS) {
            for (String sql : version.takeBack()) {
                if (sql.startsWith("DROP TABLE")) {
                    statement.execute(sql);
                }
            }
            statement.execute("DELETE FROM %s WHERE %s = '%s'"
                    .formatted(
                            Identifiers.quote(Vendor.H2, history),
                            Identifiers.quote(Vendor.H2, "version"),
                            version.number()));
        }
        return true;
    }

    private static boolean isWritten(Statement statement) throws SQLException {
        try (ResultSet found = statement.executeQuery("SELECT 1 FROM understudy_table")) {
            return found.next();
        }
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        return !found(connection, table).isEmpty();
    }

    private static List<String> found(Connection connection, String pattern) throws SQLException {
        List<String> names = new ArrayList<>();
        DatabaseMetaData catalog = connection.getMetaData();
        try (ResultSet found = catalog.getTables(
                connection.getCatalog(), connection.getSchema(), pattern, new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                names.add(found.getString("TABLE_NAME"));
            }
        }
        return names;
    }

    private static Set<String> done(Statement statement, Vendor vendor, String history) throws SQLException {
        Set<String> done = new HashSet<>();
        try (ResultSet found = statement.executeQuery("SELECT " + Identifiers.quote(vendor, "version") + " FROM "
                + Identifiers.quote(vendor, history) + " WHERE " + Identifiers.quote(vendor, "success") + " = true")) {
            while (found.next()) {
                done.add(found.getString(1));
            }
        }
        return done;
    }
}
