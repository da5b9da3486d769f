package dev.understudy.target;

import dev.understudy.connect.Answers;
import dev.understudy.connect.Database;
import dev.understudy.connect.SqlFailure;
import dev.understudy.schema.TableName;
import dev.understudy.sql.statement.RowStatements;
import dev.understudy.target.TargetOutcome.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * What the server knows of how rows are spread. A table of which it cannot gather that is still whole: the functions of its
 * indexes are the user's, and may fail where the server calls them out of turn.
 */
final class Statistics {
    private final Database database;
    private final RowStatements statements;

    Statistics(Database database) {
        this.database = database;
        this.statements = new RowStatements(database.vendor());
    }

    /**
     * Gathers over connections of its own, of two tables at a time, for rows that are permanent.
     *
     * @return tables of which nothing could be gathered
     */
    List<Failure> gather(List<TableName> tables) {
        return SideBySide.of(
                        tables,
                        table -> database.with("Gathering statistics of " + table, connection -> of(connection, table)))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Failure> of(Connection connection, TableName table) throws SQLException {
        Optional<String> statement = statements.analyze(table);
        if (statement.isEmpty()) {
            return Optional.empty();
        }
        try {
            Answers.execute(connection, statement.get());
            return Optional.empty();
        } catch (SQLException e) {
            if (SqlFailure.isDisturbance(e)) {
                throw e;
            }
            return Optional.of(new Failure(
                    table.toString(),
                    "its rows are in, but the server knows nothing of how they are spread: "
                            + SqlFailure.translate("ANALYZE", e).getMessage()));
        }
    }
}
