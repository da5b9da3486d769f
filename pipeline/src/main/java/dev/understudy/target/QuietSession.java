package dev.understudy.target;

import dev.understudy.connect.Answers;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.statement.Identifiers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A transaction of PostgreSQL that fires no links and no triggers, so that none has to be taken away, for which readers would
 * have to wait. What the links would have said is asked by verification. Needs a right that administrators have.
 */
final class QuietSession {
    private static final String LOUD = """
            SELECT 1 FROM pg_trigger WHERE tgrelid IN (%s) AND NOT tgisinternal AND tgenabled IN ('A', 'R')""";

    private QuietSession() {}

    /** @return false if the user may not, or a trigger fires in such sessions too; the transaction goes on as it was */
    static boolean begin(Connection transaction, Set<TableName> tables) throws SQLException {
        String numbers = tables.stream()
                .map(table -> "'" + Identifiers.quote(Vendor.POSTGRESQL, table).replace("'", "''") + "'::regclass")
                .collect(Collectors.joining(", "));
        if (Answers.any(transaction, LOUD.formatted(numbers))) {
            return false;
        }
        Savepoint before = transaction.setSavepoint();
        try {
            Answers.execute(transaction, "SET LOCAL session_replication_role = replica");
            return true;
        } catch (SQLException e) {
            transaction.rollback(before);
            return false;
        }
    }
}
