package dev.understudy.load.h2;

import dev.understudy.connect.SqlFailure;
import dev.understudy.data.Intake;
import dev.understudy.data.Part;
import dev.understudy.data.RowSink;
import dev.understudy.data.TextVector;
import dev.understudy.load.BatchWriter;
import dev.understudy.load.BeforeCommit;
import dev.understudy.load.CellSetter;
import dev.understudy.load.ColumnBinding;
import dev.understudy.load.Connections;
import dev.understudy.load.JdbcSetters;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.statement.Identifiers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Loads H2; every table that is open has a connection and a transaction of its own. */
public final class H2Sink implements RowSink {
    private static final int ROWS_PER_TRIP = 10_000;

    /** Own spelling of a type with its parameters, and whether the database computes the column. */
    private static final String CATALOG = """
            SELECT column_name, data_type, is_generated FROM information_schema.columns
            WHERE table_name = ? AND table_schema = CASE WHEN ? = '' THEN SCHEMA() ELSE ? END""";

    private final Connections connections;
    private final SchemaNames names;
    private final BeforeCommit beforeCommit;
    private final Intake intake;

    public H2Sink(Connections connections, SchemaNames names, BeforeCommit beforeCommit, Intake intake) {
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
        List<ColumnBinding> bindings;
        try {
            bindings = bind(targetTable, columns, typesOf(connection, targetTable));
        } catch (SQLException e) {
            giveBack(connection);
            throw SqlFailure.translate("Writing " + targetTable, e);
        } catch (RuntimeException e) {
            giveBack(connection);
            throw e;
        }
        BatchWriter.Plan plan = new BatchWriter.Plan(
                table,
                part,
                Identifiers.quote(Vendor.H2, targetTable),
                bindings,
                "OVERRIDING SYSTEM VALUE VALUES",
                ROWS_PER_TRIP);
        return new BatchWriter(connection, plan, beforeCommit);
    }

    private static List<ColumnBinding> bind(TableName table, List<Column> columns, Map<String, String> types) {
        List<ColumnBinding> bindings = new ArrayList<>();
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
                bindings.add(new ColumnBinding(
                        i,
                        Identifiers.quote(Vendor.H2, column.name()),
                        placeholder(column, type),
                        setter(column, type)));
            }
        }
        return bindings;
    }

    private static CellSetter setter(Column column, String type) {
        return type.equals("ARRAY") && column.type().family() == TypeFamily.ARRAY
                ? (statement, index, values, row) ->
                        statement.setObject(index, ArrayText.elements(((TextVector) values).get(row)))
                : JdbcSetters.of(column.type());
    }

    private static String placeholder(Column column, String type) {
        if (type.equals("JSON") && column.type().family() == TypeFamily.JSON) {
            return "? FORMAT JSON";
        }
        return "?";
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
                    types.put(result.getString(1), result.getString(3).equals("ALWAYS") ? "" : result.getString(2));
                }
            }
        }
        return types;
    }

    private static void giveBack(Connection connection) {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            // The first failure is the one to tell.
        }
    }

    /** Writers end their own connections. */
    @Override
    public void close() {}
}
