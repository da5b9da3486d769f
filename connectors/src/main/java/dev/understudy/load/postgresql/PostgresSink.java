package dev.understudy.load.postgresql;

import dev.understudy.connect.SqlFailure;
import dev.understudy.data.RowSink;
import dev.understudy.load.BeforeCommit;
import dev.understudy.load.Connections;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import dev.understudy.sql.ddl.SchemaNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Loads PostgreSQL; every table that is open has a connection and a transaction of its own. */
public final class PostgresSink implements RowSink {
    private final Connections connections;
    private final SchemaNames names;
    private final BeforeCommit beforeCommit;

    public PostgresSink(Connections connections, SchemaNames names, BeforeCommit beforeCommit) {
        this.connections = connections;
        this.names = names;
        this.beforeCommit = beforeCommit;
    }

    @Override
    public TableWriter open(TableName table, List<Column> columns) {
        TableName targetTable = names.target(table);
        String doing = "Writing " + targetTable;
        Connection connection = connections.take();
        try {
            connection.setAutoCommit(false);
            CopyPlan plan = CopyPlan.of(targetTable, columns, columnsOf(connection, targetTable, columns));
            return new CopyWriter(connection, plan, doing, (last, rows) -> beforeCommit.add(last, table, rows));
        } catch (SQLException e) {
            giveBack(connection);
            throw SqlFailure.translate(doing, e);
        } catch (RuntimeException e) {
            giveBack(connection);
            throw e;
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
