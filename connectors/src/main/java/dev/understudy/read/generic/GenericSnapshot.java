package dev.understudy.read.generic;

import dev.understudy.connect.Database;
import dev.understudy.connect.SqlFailure;
import dev.understudy.read.ColumnSelection;
import dev.understudy.read.Deadline;
import dev.understudy.read.JdbcCells;
import dev.understudy.read.OneConnectionSnapshot;
import dev.understudy.read.SnapshotSettings;
import dev.understudy.read.SnapshotSource;
import dev.understudy.schema.Column;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.statement.Identifiers;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;

/** One transaction at the strictest level that the database offers. */
public final class GenericSnapshot {
    private static final int FETCH_ROWS = 1_000;

    private GenericSnapshot() {}

    public static SnapshotSource open(Database source, SnapshotSettings settings) {
        Connection connection = source.connect();
        try {
            connection.setAutoCommit(false);
            List<String> warnings = isolate(connection)
                    ? List.of()
                    : List.of(
                            "The source offers no repeatable reads: rows that change during the run may not fit together.");
            return new OneConnectionSnapshot(
                    Vendor.GENERIC,
                    connection,
                    GenericSnapshot::select,
                    FETCH_ROWS,
                    Deadline.in(settings.maxDuration()),
                    warnings);
        } catch (SQLException e) {
            throw SqlFailure.translate("Beginning a snapshot", e);
        }
    }

    private static boolean isolate(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        for (int level : List.of(Connection.TRANSACTION_REPEATABLE_READ, Connection.TRANSACTION_SERIALIZABLE)) {
            if (metaData.supportsTransactionIsolationLevel(level)) {
                connection.setTransactionIsolation(level);
                return true;
            }
        }
        return false;
    }

    private static ColumnSelection select(Column column) {
        return new ColumnSelection(Identifiers.quote(Vendor.GENERIC, column.name()), JdbcCells.of(column.type()));
    }
}
