package dev.understudy.demo;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Inserts rows into one table in batches. For one thread. */
final class Inserts implements AutoCloseable {
    private static final int BATCH = 1_000;

    private final PreparedStatement statement;
    private final List<Inserts> parents = new ArrayList<>();
    private int pending;

    Inserts(Connection connection, String table, String... columns) throws SQLException {
        String marks = String.join(", ", Collections.nCopies(columns.length, "?"));
        this.statement = connection.prepareStatement(
                "INSERT INTO %s (%s) VALUES (%s)".formatted(table, String.join(", ", columns), marks));
    }

    /** Rows of {@code table} that these rows point at are sent first. */
    Inserts after(Inserts table) {
        parents.add(table);
        return this;
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
        for (Inserts parent : parents) {
            parent.flush();
        }
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
