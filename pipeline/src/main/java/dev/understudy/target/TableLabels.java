package dev.understudy.target;

import dev.understudy.connect.Answers;
import dev.understudy.connect.Database;
import dev.understudy.connect.SqlFailure;
import dev.understudy.schema.TableName;
import dev.understudy.sql.statement.TableComments;
import dev.understudy.target.TargetOutcome.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Says in the comment of a table that its rows are synthetic, behind whatever the comment says already. The words never change,
 * so that a second run, or whoever compares schemas, finds nothing new.
 */
final class TableLabels {
    static final String LABEL =
            "[Synthetic rows, made by Understudy; none is that of a real person. See understudy_release.]";

    private final Database database;
    private final TableComments comments;

    TableLabels(Database database) {
        this.database = database;
        this.comments = new TableComments(database.vendor());
    }

    /** @return tables whose comment could not be set */
    List<Failure> write(Collection<TableName> tables) {
        return LockWait.insist(database, "Labelling tables of " + database.access(), connection -> {
            List<Failure> failures = new ArrayList<>();
            for (TableName table : tables) {
                try {
                    write(connection, table);
                } catch (SQLException e) {
                    if (SqlFailure.isOutage(e)) {
                        throw e;
                    }
                    failures.add(new Failure(
                            table.toString(),
                            "its comment does not say that its rows are synthetic: "
                                    + SqlFailure.translateDefinition("setting it", e)
                                            .getMessage()));
                }
            }
            return failures;
        });
    }

    private void write(Connection connection, TableName table) throws SQLException {
        Optional<String> query = comments.query(table);
        if (query.isEmpty()) {
            return;
        }
        String told = Answers.text(connection, query.get()).orElse("");
        String labelled = told.isBlank() ? LABEL : told.stripTrailing() + " " + LABEL;
        if (!told.contains(LABEL) && labelled.length() <= comments.longest()) {
            Answers.execute(connection, comments.set(table, labelled).orElseThrow());
        }
    }
}
