package dev.understudy.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;

/** Inserts rows into one table in batches. For one thread. */
final class Inserts implements AutoCloseable {
    private static final int BATCH = 1_000;

    private final PreparedStatement statement;
    private int pending;

    Inserts(Connection connection, String table, String... columns) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(columns.length, "?"));
        this.statement = connection.prepareStatement(
                "INSERT INTO %s (%s) VALUES (%s)".formatted(table, String.join(", ", columns), marks));
    }

    void add(Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
        if (++pending == BATCH) {
            flush();
        }
    }

    private void flush() throws SQLException {
        if (pending > 0) {
            statement.executeBatch();
            pending = 0;
        }
    }

    @Override
    public void close() throws SQLException {
        flush();
        statement.close();
    }
}
