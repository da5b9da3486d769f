package dev.understudy.read;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/** A question that may go unanswered: the snapshot outlives its failure and its end by the clock. */
public final class BoundedQuery {
    private BoundedQuery() {}

    /**
     * The first row of a query, as whole numbers; null is 0.
     *
     * @param connection inside the snapshot's transaction
     * @param count      columns of the query
     * @param most       at least a second; shorter times are rounded up
     * @return empty if the server refused the query or did not answer in time
     * @throws SQLException if the snapshot is lost
     */
    public static Optional<long[]> numbers(Connection connection, String query, int count, Duration most)
            throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            long[] numbers = answer(connection, query, count, most);
            connection.releaseSavepoint(before);
            return Optional.of(numbers);
        } catch (SQLException e) {
            connection.rollback(before);
            return Optional.empty();
        }
    }

    private static long[] answer(Connection connection, String query, int count, Duration most) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout((int) Math.max(1, most.toSeconds()));
            try (ResultSet result = statement.executeQuery(query)) {
                result.next();
                long[] numbers = new long[count];
                for (int i = 0; i < count; i++) {
                    numbers[i] = result.getLong(i + 1);
                }
                return numbers;
            } finally {
                // With H2 it would last as long as the connection.
                statement.setQueryTimeout(0);
            }
        }
    }
}
