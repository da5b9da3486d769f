package dev.understudy.target;

import dev.understudy.connect.Answers;
import dev.understudy.connect.SqlFailure;
import dev.understudy.sql.ddl.DdlStatement;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Executes definitions in transactions of several, their lines of the ledger included, for databases that can take a definition
 * back. A thousand tables need some thousand statements; with a commit and two lines for each, most of the time went to them.
 */
final class StatementsTogether {
    /** Each table and index is a lock, and a server has room for some thousand. */
    private static final int MOST = 50;
    /** What is lost and done again if a statement fails. */
    private static final Duration LONGEST = Duration.ofMillis(300);

    private final LedgerStatements ledger;
    private final String runId;

    StatementsTogether(LedgerStatements ledger, String runId) {
        this.ledger = ledger;
        this.runId = runId;
    }

    /**
     * Executes as many of some statements as one transaction should hold.
     *
     * @param position of the last line of the ledger
     * @return those that were executed
     * @throws Refused if one failed; then nothing happened
     */
    List<DdlStatement> run(Connection connection, List<DdlStatement> statements, int position)
            throws SQLException, Refused {
        connection.setAutoCommit(false);
        boolean done = false;
        int at = 0;
        try {
            long end = System.nanoTime() + LONGEST.toNanos();
            while (at < Math.min(MOST, statements.size()) && (at == 0 || System.nanoTime() < end)) {
                Answers.execute(connection, statements.get(at).sql());
                at++;
            }
            List<DdlStatement> made = new ArrayList<>(statements.subList(0, at));
            ledger.made(connection, runId, position + 1, made);
            connection.commit();
            done = true;
            return made;
        } catch (SQLException e) {
            if (SqlFailure.isDisturbance(e)) {
                throw e;
            }
            throw new Refused(at);
        } finally {
            if (!done) {
                connection.rollback();
            }
            connection.setAutoCommit(true);
        }
    }

    /** A statement failed, and those before it were taken back. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;
        private final int at;

        Refused(int at) {
            this.at = at;
        }

        /** Place of the statement that failed. */
        int at() {
            return at;
        }
    }
}
