package dev.understudy.swap.mariadb;

import dev.understudy.connect.Afterwards;
import dev.understudy.connect.Answers;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.statement.Identifiers;
import dev.understudy.swap.Swap;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Exchanges tables by one RENAME TABLE, which is one step for readers and for crashes. Tables beside stand in a database of
 * their own, because names of links are unique in a database. Views and grants know tables by name, so they need nothing.
 *
 * <p>A reader whose snapshot is older than the tables beside is told that the definition changed and must begin again; it
 * never sees an empty table.
 */
public final class MariaDbSwap implements Swap {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private LiveTables live;
    private String shape = "";

    @Override
    public Optional<String> obstacle(Connection connection, List<TableName> tables) throws SQLException {
        return new LiveTables(tables).obstacles(connection).stream().findFirst();
    }

    @Override
    public void clearAway(Connection connection, List<TableName> tables) throws SQLException {
        withoutChecks(connection, () -> {
            for (String database : new LiveTables(tables).databases()) {
                for (String beside : List.of(LiveTables.next(database), LiveTables.old(database))) {
                    if (Answers.any(
                            connection,
                            "SELECT 1 FROM information_schema.schemata WHERE schema_name = '%s' AND schema_comment = '%s'"
                                    .formatted(beside.replace("'", "''"), MARK))) {
                        // A session that was lost in the middle of the same may go on, and be done first.
                        Answers.execute(
                                connection, "DROP DATABASE IF EXISTS " + Identifiers.quote(Vendor.MARIADB, beside));
                    }
                }
            }
        });
    }

    @Override
    public Map<String, String> make(Connection connection, List<TableName> tables) throws SQLException {
        live = new LiveTables(tables);
        shape = live.shape(connection);
        Map<String, String> databases = new LinkedHashMap<>();
        for (String database : live.databases()) {
            for (String beside : List.of(LiveTables.next(database), LiveTables.old(database))) {
                Answers.execute(
                        connection,
                        "CREATE DATABASE %s COMMENT '%s'".formatted(Identifiers.quote(Vendor.MARIADB, beside), MARK));
            }
            databases.put(database, LiveTables.next(database));
        }
        for (TableName table : tables) {
            Answers.execute(
                    connection,
                    "CREATE TABLE %s LIKE %s"
                            .formatted(LiveTables.quote(LiveTables.next(table)), LiveTables.quote(table)));
        }
        return databases;
    }

    /** Links are not checked by the server here: whoever loads searches for orphans. */
    @Override
    public void build(Connection connection) throws SQLException {
        withoutChecks(connection, () -> {
            for (String link : live.links(connection)) {
                Answers.execute(connection, link);
            }
        });
    }

    @Override
    public boolean isTransactional() {
        return false;
    }

    @Override
    public void exchange(Connection connection, Within within, Runnable settling) throws SQLException {
        if (!live.shape(connection).equals(shape)) {
            throw new UnderstudyException(
                    Problem.FAILED,
                    "The target's tables were altered while new rows came in; the old rows stay. Repeat the run.");
        }
        String rename = live.tables().stream()
                .map(table -> "%s TO %s, %s TO %s"
                        .formatted(
                                LiveTables.quote(table),
                                LiveTables.quote(LiveTables.old(table)),
                                LiveTables.quote(LiveTables.next(table)),
                                LiveTables.quote(table)))
                .collect(Collectors.joining(", ", "RENAME TABLE ", ""));
        withoutChecks(connection, () -> rename(connection, rename, settling));
    }

    /** The old tables stand where they were renamed to, and it is one step for all of them. */
    @Override
    public boolean hasTakenPlace(Connection connection) throws SQLException {
        return Answers.any(
                connection,
                "SELECT 1 FROM information_schema.tables WHERE table_schema = '%s'"
                        .formatted(LiveTables.old(live.databases().iterator().next())
                                .replace("'", "''")));
    }

    /** Readers that come while the server gathers the locks wait a second at most, then it is tried again. */
    private static void rename(Connection connection, String rename, Runnable settling) throws SQLException {
        Answers.execute(connection, "SET lock_wait_timeout = 1");
        Afterwards.ensure(() -> Answers.execute(connection, "SET lock_wait_timeout = DEFAULT"), () -> {
            renameInTime(connection, rename, settling);
            return null;
        });
    }

    private static void renameInTime(Connection connection, String rename, Runnable settling) throws SQLException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            settling.run();
            try {
                Answers.execute(connection, rename);
                return;
            } catch (SQLException e) {
                if (e.getErrorCode() != LOCK_WAIT_TIMEOUT) {
                    throw e;
                }
                if (System.nanoTime() > until) {
                    throw new UnderstudyException(
                            Problem.FAILED,
                            "Readers held the target's tables for %d minutes, so the new rows could not take their place; the old ones stay."
                                    .formatted(PATIENCE.toMinutes()),
                            e);
                }
            }
        }
    }

    private interface Work {
        void run() throws SQLException;
    }

    private static void withoutChecks(Connection connection, Work work) throws SQLException {
        Answers.execute(connection, "SET foreign_key_checks = 0");
        Afterwards.ensure(() -> Answers.execute(connection, "SET foreign_key_checks = 1"), () -> {
            work.run();
            return null;
        });
    }
}
