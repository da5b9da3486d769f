package dev.understudy.read.postgresql;

import dev.understudy.schema.TableName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/**
 * About how large a table is.
 *
 * @param rows  rows, roughly
 * @param bytes bytes on disk, partitions included
 */
record TableSize(double rows, long bytes) {
    /** Below this all rows are looked at, because picking whole pages would pick too few of them. */
    private static final long SMALL = 16L << 20;

    private static final double ROWS_PER_BYTE = 1 / 100.0;
    /** Part of the rows wanted that are picked, so that chance seldom picks more, of which the last would be cut off. */
    private static final double AIMED = 0.9;

    private static final String ESTIMATE = """
            SELECT sum(greatest(c.reltuples, 0)), sum(pg_relation_size(c.oid)), bool_and(c.reltuples > 0)
            FROM pg_class c
            WHERE c.relkind <> 'p'
              AND c.oid IN (SELECT ?::regclass::oid UNION SELECT relid FROM pg_partition_tree(?::regclass))""";

    static TableSize estimate(Connection connection, TableName table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ESTIMATE)) {
            statement.setString(1, ReaderPool.quote(table));
            statement.setString(2, ReaderPool.quote(table));
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                long bytes = result.getLong(2);
                return new TableSize(result.getBoolean(3) ? result.getDouble(1) : bytes * ROWS_PER_BYTE, bytes);
            }
        }
    }

    /** True if counting costs next to nothing. */
    boolean isSmall() {
        return bytes < SMALL;
    }

    TableSize withRows(long counted) {
        return new TableSize(counted, bytes);
    }

    /** The clause behind the table's name that picks about {@code limit} rows, always the same ones; empty for all. */
    String sampling(long limit) {
        if (rows <= limit) {
            return "";
        }
        double percent = 100 * AIMED * limit / rows;
        String method = isSmall() ? "BERNOULLI" : "SYSTEM";
        return " TABLESAMPLE " + method + String.format(Locale.ROOT, " (%.6f) REPEATABLE (1)", percent);
    }
}
