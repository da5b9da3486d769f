package dev.understudy.target;

import dev.understudy.connect.Answers;
import dev.understudy.sql.ddl.DdlStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Which definitions a run executed, written before each. */
final class LedgerStatements {
    private static final String COLUMNS =
            " (run_id, position, phase, object, sql_text, done) VALUES (?, ?, ?, ?, ?, ?)";

    private static final int LONGEST_NAME = 512;

    private final String table;

    LedgerStatements(String table) {
        this.table = table;
    }

    /** The name of an object as the ledger has it: that of a function with many arguments is cut off. */
    static String shown(String object) {
        return object.length() <= LONGEST_NAME ? object : object.substring(0, LONGEST_NAME - 3) + "...";
    }

    void intend(Connection connection, String runId, int position, DdlStatement statement) throws SQLException {
        Answers.update(
                connection,
                "INSERT INTO " + table + COLUMNS,
                runId,
                position,
                statement.phase().name(),
                shown(statement.object()),
                statement.sql(),
                false);
    }

    /** Lines of statements that were executed in the transaction that writes them. @param position of the first */
    void made(Connection connection, String runId, int position, List<DdlStatement> statements) throws SQLException {
        try (PreparedStatement line = connection.prepareStatement("INSERT INTO " + table + COLUMNS)) {
            for (int i = 0; i < statements.size(); i++) {
                DdlStatement statement = statements.get(i);
                line.setString(1, runId);
                line.setInt(2, position + i);
                line.setString(3, statement.phase().name());
                line.setString(4, shown(statement.object()));
                line.setString(5, statement.sql());
                line.setBoolean(6, true);
                line.addBatch();
            }
            line.executeBatch();
        }
    }

    void done(Connection connection, String runId, int position) throws SQLException {
        Answers.update(
                connection,
                "UPDATE " + table + " SET done = ? WHERE run_id = ? AND position = ?",
                true,
                runId,
                position);
    }

    /** Forgets a statement that was refused, so that nobody drops what it did not make. */
    void refused(Connection connection, String runId, int position) throws SQLException {
        Answers.update(connection, "DELETE FROM " + table + " WHERE run_id = ? AND position = ?", runId, position);
    }

    /** One statement as the ledger has it. @param done false if nobody knows whether it was executed */
    record Past(int position, String sql, boolean done) {}

    /** What a run executed or meant to, in order. */
    List<Past> past(Connection connection, String runId) throws SQLException {
        List<Past> statements = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT position, sql_text, done FROM " + table + " WHERE run_id = ? ORDER BY position")) {
            statement.setString(1, runId);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    statements.add(new Past(found.getInt(1), found.getString(2), found.getBoolean(3)));
                }
            }
        }
        return statements;
    }

    /** Texts of what a run executed, in order. */
    List<String> of(Connection connection, String runId) throws SQLException {
        return past(connection, runId).stream().map(Past::sql).toList();
    }
}
