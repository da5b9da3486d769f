package dev.understudy.target;

import dev.understudy.connect.Answers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Which objects a run took out of the way, written before each, and how they are put back. */
final class LedgerPauses {
    private final String table;

    /** One object that is out of the way. */
    record Paused(String runId, int position, String object, String restore) {}

    LedgerPauses(String table) {
        this.table = table;
    }

    Paused add(Connection connection, String runId, int position, String object, String restore) throws SQLException {
        Answers.update(
                connection,
                "INSERT INTO " + table + " (run_id, position, object, restore_sql, restored) VALUES (?, ?, ?, ?, ?)",
                runId,
                position,
                LedgerStatements.shown(object),
                restore,
                false);
        return new Paused(runId, position, object, restore);
    }

    /** The highest number that a run has used from {@code first} to {@code end}; {@code first} if it used none. */
    int last(Connection connection, String runId, int first, int end) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT max(position) FROM " + table + " WHERE run_id = ? AND position BETWEEN ? AND ?")) {
            statement.setString(1, runId);
            statement.setInt(2, first);
            statement.setInt(3, end);
            try (ResultSet found = statement.executeQuery()) {
                found.next();
                return Math.max(first, found.getInt(1));
            }
        }
    }

    void restored(Connection connection, Paused paused) throws SQLException {
        Answers.update(
                connection,
                "UPDATE " + table + " SET restored = ? WHERE run_id = ? AND position = ?",
                true,
                paused.runId(),
                paused.position());
    }

    /** What earlier runs did not put back, in the order of their pausing. */
    List<Paused> leftOver(Connection connection) throws SQLException {
        List<Paused> left = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT run_id, position, object, restore_sql FROM " + table
                        + " WHERE NOT restored ORDER BY run_id, position")) {
            while (found.next()) {
                left.add(new Paused(found.getString(1), found.getInt(2), found.getString(3), found.getString(4)));
            }
        }
        return left;
    }
}
