package dev.understudy.target;

import dev.understudy.connect.Answers;
import dev.understudy.connect.SqlFailure;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.sql.statement.Pause;
import dev.understudy.target.LedgerPauses.Paused;
import dev.understudy.target.TargetOutcome.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The objects that are out of the way while rows come in. Everything is written to the ledger before it is done. */
final class Pauses {
    /** Where a second list of the same run begins to count. */
    static final int SECOND_HALF = 1_000_000;

    private final LedgerPauses ledger;
    private final String runId;
    private final List<Paused> paused = new ArrayList<>();
    private int position;

    /** @param first number after which the entries of this list are counted in the ledger */
    Pauses(LedgerPauses ledger, String runId, int first) {
        this.ledger = ledger;
        this.runId = runId;
        this.position = first;
    }

    /** Takes over what earlier runs did not put back. */
    void adopt(Connection connection) throws SQLException {
        paused.addAll(ledger.leftOver(connection));
    }

    /** Counts on where this run was cut off. */
    void goOn(Connection connection) throws SQLException {
        position = ledger.last(connection, runId, position, position + SECOND_HALF - 1);
    }

    /** @param connection in auto-commit mode */
    void pause(Connection connection, List<Pause> pauses) throws SQLException {
        for (Pause pause : pauses) {
            Paused entry = ledger.add(connection, runId, ++position, pause.object(), pause.restore());
            try {
                Answers.execute(connection, pause.pause());
            } catch (SQLException e) {
                ledger.restored(connection, entry);
                throw SqlFailure.translateDefinition("Pausing " + pause.object(), e);
            }
            paused.add(entry);
        }
    }

    /**
     * What could not be put back.
     *
     * @param violations links that the rows break; the ledger keeps how they are restored
     * @param failures   everything else
     */
    record Restoration(List<Violation> violations, List<Failure> failures) {}

    /** Puts everything back, last first, and goes on after a failure, unless the server is not there any more. */
    Restoration restore(Connection connection) throws SQLException {
        List<Violation> violations = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (int i = paused.size() - 1; i >= 0; i--) {
            Paused entry = paused.get(i);
            try {
                Answers.execute(connection, entry.restore());
                ledger.restored(connection, entry);
                paused.remove(i);
            } catch (SQLException e) {
                if (AlreadyThere.exists(e) || AlreadyThere.isGone(e)) {
                    ledger.restored(connection, entry);
                    paused.remove(i);
                    continue;
                }
                if (SqlFailure.isOutage(e)) {
                    throw e;
                }
                UnderstudyException told = SqlFailure.translateDefinition("Putting back " + entry.object(), e);
                if (told.problem() == Problem.VIOLATION) {
                    violations.add(new Violation(Violation.Kind.LINK, entry.object(), 0));
                } else {
                    failures.add(new Failure(entry.object(), told.getMessage()));
                }
            }
        }
        return new Restoration(violations, failures);
    }
}
