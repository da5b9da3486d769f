package dev.understudy.read.postgresql;

import dev.understudy.connect.Database;
import dev.understudy.connect.SqlFailure;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.read.SnapshotSettings;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.statement.Identifiers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Connections inside transactions that all see the same snapshot. Handed out to one thread at a time. */
final class ReaderPool implements AutoCloseable {
    private final List<Connection> all;
    private final BlockingQueue<Connection> idle;
    private final List<String> warnings;

    private ReaderPool(List<Connection> all, List<String> warnings) {
        this.all = all;
        this.warnings = List.copyOf(warnings);
        this.idle = new ArrayBlockingQueue<>(all.size(), true, all);
    }

    static ReaderPool open(Database source, List<TableName> tables, SnapshotSettings settings) {
        List<Connection> connections = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        String doing = "Beginning a snapshot";
        try {
            Connection first = begin(source, settings);
            connections.add(first);
            for (TableName table : tables) {
                // One by one, so that the failure names the table.
                doing = "Taking a shared lock on " + table;
                execute(first, "LOCK TABLE ONLY " + quote(table) + " IN ACCESS SHARE MODE");
            }
            doing = "Beginning a snapshot";
            if (settings.readers() > 1) {
                String snapshot = export(first);
                for (int i = 1; i < settings.readers(); i++) {
                    Connection next = begin(source, settings);
                    connections.add(next);
                    execute(next, "SET TRANSACTION SNAPSHOT '" + snapshot + "'");
                }
            }
            return new ReaderPool(connections, warnings);
        } catch (SQLException e) {
            connections.forEach(ReaderPool::release);
            throw SqlFailure.translate(doing, e);
        } catch (RuntimeException e) {
            connections.forEach(ReaderPool::release);
            throw e;
        }
    }

    private static Connection begin(Database source, SnapshotSettings settings) throws SQLException {
        Connection connection = source.connect();
        try {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            // The first three settings last as long as the transaction. Parallel or shared scans would change the order
            // of rows.
            execute(connection, "SET TRANSACTION READ ONLY");
            execute(
                    connection,
                    "SET LOCAL lock_timeout = " + settings.lockTimeout().toMillis());
            execute(connection, "SET LOCAL synchronize_seqscans = off");
            execute(connection, "SET LOCAL max_parallel_workers_per_gather = 0");
            execute(connection, "SET LOCAL datestyle = 'ISO, YMD'");
            execute(connection, "SET LOCAL intervalstyle = 'postgres'");
            execute(connection, "SET LOCAL statement_timeout = 0");
            execute(connection, "SET LOCAL idle_in_transaction_session_timeout = 0");
            return connection;
        } catch (SQLException e) {
            release(connection);
            throw e;
        }
    }

    private static String export(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT pg_export_snapshot()")) {
            result.next();
            return result.getString(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static String quote(TableName table) {
        return Identifiers.quote(Vendor.POSTGRESQL, table);
    }

    int size() {
        return all.size();
    }

    List<String> warnings() {
        return warnings;
    }

    /** Waits for an idle connection and runs {@code work} on it. */
    <T> T with(String doing, Database.SqlWork<T> work) {
        Connection connection = take();
        boolean done = false;
        try {
            T result = work.on(connection);
            done = true;
            return result;
        } catch (SQLException e) {
            throw SqlFailure.translate(doing, e);
        } finally {
            if (!done) {
                abort(connection);
            }
            idle.add(connection);
        }
    }

    private Connection take() {
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnderstudyException(Problem.CANCELLED, "Cancelled while waiting to read.", e);
        }
    }

    /** A broken-off COPY leaves the driver out of step, so the connection must not go back to the pool alive. */
    private static void abort(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            // It is broken already.
        }
    }

    private static void release(Connection connection) {
        try (connection) {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            // The transaction was read-only and the server ends it with the connection: nothing is lost.
        }
    }

    @Override
    public void close() {
        all.forEach(ReaderPool::release);
    }
}
