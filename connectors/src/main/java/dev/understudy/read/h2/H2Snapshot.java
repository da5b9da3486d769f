package dev.understudy.read.h2;

import dev.understudy.connect.Database;
import dev.understudy.connect.SqlFailure;
import dev.understudy.read.ColumnSelection;
import dev.understudy.read.Deadline;
import dev.understudy.read.JdbcCells;
import dev.understudy.read.OneConnectionSnapshot;
import dev.understudy.read.SnapshotSettings;
import dev.understudy.read.SnapshotSource;
import dev.understudy.schema.Column;
import dev.understudy.schema.Table;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.statement.Identifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** One state of an H2 database. */
public final class H2Snapshot {
    private static final int FETCH_ROWS = 1_000;

    private H2Snapshot() {}

    public static SnapshotSource open(Database source, List<Table> tables, SnapshotSettings settings) {
        Connection connection = source.connect();
        String doing = "Beginning a snapshot";
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SNAPSHOT");
            // Otherwise a result is gathered in memory, or on disk, before its first row is seen.
            statement.execute("SET LAZY_QUERY_EXECUTION 1");
            for (Table table : tables) {
                doing = "Looking at " + table.name();
                statement
                        .executeQuery("SELECT 1 FROM " + Identifiers.quote(Vendor.H2, table.name()) + " LIMIT 1")
                        .close();
            }
            return new OneConnectionSnapshot(
                    Vendor.H2,
                    connection,
                    H2Snapshot::select,
                    FETCH_ROWS,
                    Deadline.in(settings.maxDuration()),
                    List.of());
        } catch (SQLException e) {
            giveBack(connection);
            throw SqlFailure.translate(doing, e);
        }
    }

    private static ColumnSelection select(Column column) {
        String name = Identifiers.quote(Vendor.H2, column.name());
        // As JSON an array can be written again; its own text form cannot.
        String expression = column.type().family() == TypeFamily.ARRAY ? "CAST(" + name + " AS JSON)" : name;
        return new ColumnSelection(expression, JdbcCells.of(column.type()));
    }

    private static void giveBack(Connection connection) {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            // The first failure is the one to tell.
        }
    }
}
