package dev.understudy.load.mariadb;

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
import dev.understudy.sql.ddl.SchemaNames;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Loads MariaDB; every table that is open has a connection, a transaction and a thread of its own.
 *
 * <p>Foreign keys are not checked while rows come in, so tables may come in any order, and rows of a ring too: whoever
 * loads searches for orphans afterwards.
 */
public final class MariaDbSink implements RowSink {
    private static final String CATALOG = """
            SELECT column_name, data_type, is_generated FROM information_schema.columns
            WHERE table_name = ? AND table_schema = CASE WHEN ? = '' THEN DATABASE() ELSE ? END""";

    private final Connections connections;
    private final SchemaNames names;
    private final BeforeCommit beforeCommit;
    private final Intake intake;

    public MariaDbSink(Connections connections, SchemaNames names, BeforeCommit beforeCommit, Intake intake) {
        this.connections = connections;
        this.names = names;
        this.beforeCommit = beforeCommit;
        this.intake = intake;
    }

    @Override
    public Intake intake() {
        return intake;
    }

    @Override
    public TableWriter open(TableName table, List<Column> columns, Part part) {
        TableName targetTable = names.target(table);
        Connection connection = connections.take();
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Notes would be counted among the warnings, which for LOAD DATA LOCAL are the errors.
            statement.execute("SET foreign_key_checks = 0, sql_notes = 0");
            LoadPlan plan = new LoadPlan(targetTable, plan(targetTable, columns, typesOf(connection, targetTable)));
            return new LoadWriter(connection, plan, (last, rows) -> beforeCommit.add(last, table, part, rows));
        } catch (SQLException e) {
            giveBack(connection);
            throw SqlFailure.translate("Writing " + targetTable, e);
        } catch (RuntimeException e) {
            giveBack(connection);
            throw e;
        }
    }

    private static List<LoadColumn> plan(TableName table, List<Column> columns, Map<String, String> types) {
        List<LoadColumn> planned = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            String type = types.get(column.name());
            if (type == null) {
                throw new UnderstudyException(
                        Problem.DRIFT,
                        "The target's table %s has no column %s. Create the schema anew, or adapt it."
                                .formatted(table, column.name()));
            }
            if (!column.filling().writesItself() && !type.isEmpty()) {
                planned.add(LoadColumn.of(i, column, type));
            }
        }
        return planned;
    }

    /** Type by column; an empty one for a column that the database computes. */
    private static Map<String, String> typesOf(Connection connection, TableName table) throws SQLException {
        Map<String, String> types = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(CATALOG)) {
            statement.setString(1, table.name());
            statement.setString(2, table.schema());
            statement.setString(3, table.schema());
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    boolean generated = "ALWAYS".equals(result.getString(3));
                    types.put(
                            result.getString(1),
                            generated ? "" : result.getString(2).toLowerCase(Locale.ROOT));
                }
            }
        }
        return types;
    }

    static void giveBack(Connection connection) {
        try (connection;
                Statement statement = connection.createStatement()) {
            connection.rollback();
            statement.execute("SET foreign_key_checks = 1, sql_notes = 1");
        } catch (SQLException e) {
            // The pool drops a broken connection, and the server what it had not committed.
        }
    }

    /** Writers end their own connections. */
    @Override
    public void close() {}
}
