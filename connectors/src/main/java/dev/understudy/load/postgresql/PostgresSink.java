package dev.understudy.load.postgresql;

import dev.understudy.connect.SqlFailure;
import dev.understudy.data.Intake;
import dev.understudy.data.Part;
import dev.understudy.data.RowSink;
import dev.understudy.load.BeforeCommit;
import dev.understudy.load.Connections;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.statement.Identifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Loads PostgreSQL; every table that is open has a connection and a transaction of its own. */
public final class PostgresSink implements RowSink {
    private final Connections connections;
    private final SchemaNames names;
    private final BeforeCommit beforeCommit;
    private final Intake intake;
    private final boolean frozen;

    public PostgresSink(Connections connections, SchemaNames names, BeforeCommit beforeCommit, Intake intake) {
        this(connections, names, beforeCommit, intake, false);
    }

    private PostgresSink(
            Connections connections, SchemaNames names, BeforeCommit beforeCommit, Intake intake, boolean frozen) {
        this.connections = connections;
        this.names = names;
        this.beforeCommit = beforeCommit;
        this.intake = intake;
        this.frozen = frozen;
    }

    /**
     * Rows are frozen as they come, so every snapshot sees them once they are committed. For tables nobody else looks at, each
     * of which comes whole.
     */
    public static PostgresSink frozen(
            Connections connections, SchemaNames names, BeforeCommit beforeCommit, int writers) {
        return new PostgresSink(connections, names, beforeCommit, Intake.WHOLE_TABLES.withWriters(writers), true);
    }

    @Override
    public Intake intake() {
        return intake;
    }

    @Override
    public TableWriter open(TableName table, List<Column> columns, Part part) {
        TableName targetTable = names.target(table);
        String doing = "Writing " + targetTable;
        Connection connection = connections.take();
        try {
            connection.setAutoCommit(false);
            CopyPlan plan = CopyPlan.of(targetTable, columns, columnsOf(connection, targetTable, columns), frozen);
            if (frozen) {
                // Only a table that was emptied in the same transaction takes frozen rows.
                truncate(connection, targetTable);
            }
            return new CopyWriter(connection, plan, doing, (last, rows) -> beforeCommit.add(last, table, part, rows));
        } catch (SQLException e) {
            giveBack(connection);
            throw SqlFailure.translate(doing, e);
        } catch (RuntimeException e) {
            giveBack(connection);
            throw e;
        }
    }

    private static void truncate(Connection connection, TableName table) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE " + Identifiers.quote(Vendor.POSTGRESQL, table));
        }
    }

    private static Map<String, TargetColumn> columnsOf(Connection connection, TableName table, List<Column> columns)
            throws SQLException {
        Map<String, TargetColumn> found = TargetColumn.of(connection, table);
        for (Column column : columns) {
            if (!found.containsKey(column.name())) {
                throw new UnderstudyException(
                        Problem.DRIFT,
                        "The target's table %s has no column %s. Create the schema anew, or adapt it."
                                .formatted(table, column.name()));
            }
        }
        return found;
    }

    static void giveBack(Connection connection) {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            // The pool drops a broken connection, and the server what it had not committed.
        }
    }

    /** Writers end their own connections. */
    @Override
    public void close() {}
}
