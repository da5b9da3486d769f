package dev.understudy.swap.postgresql;

import dev.understudy.connect.Answers;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Locks readers out of many tables at once, without making any of them wait for long and without ever being the reason why one
 * is ended for a deadlock: whoever comes while the locks are being gathered waits, then all are let go and it is tried again.
 *
 * <p>Readers that come to the tables in one order are locked out in that order: where it is not kept, a reader holds what we
 * wait for and waits for what we hold. So the table that was waited for in vain comes first in the next attempt.
 */
final class TableLocks {
    /** How long the first lock is waited for in the first attempt; while nothing is held there is no deadlock. */
    private static final int FIRST_MILLIS = 500;

    private static final int LONGEST_FIRST_MILLIS = 5_000;
    private static final int PAUSE_MILLIS = 100;
    private static final int LONGEST_PAUSE_MILLIS = 1_000;
    private static final Set<String> GIVEN_UP = Set.of("57014", "55P03", "40P01");

    /** Parents that stay are among them, whose triggers go and come with links of the tables. */
    private static final String TABLES = """
            SELECT DISTINCT format('LOCK TABLE ONLY %s IN ACCESS EXCLUSIVE MODE', oid::regclass) FROM (
              SELECT oid FROM t
              UNION SELECT k.confrelid FROM t JOIN pg_constraint k ON k.conrelid = t.oid AND k.contype = 'f'
              UNION SELECT k.conrelid FROM t JOIN pg_constraint k ON k.confrelid = t.oid AND k.contype = 'f') o
            ORDER BY 1""";

    /** Half of the time after which a server looks for deadlocks: a reader is never the one who finds it. */
    private static final String SAFE_MILLIS = """
            SELECT greatest(20, extract(epoch FROM current_setting('deadlock_timeout')::interval) * 500)::int""";

    private TableLocks() {}

    /**
     * Begins a transaction that holds all locks.
     *
     * @param patience how long it is tried
     * @param settling run before every attempt; what it throws goes through, and no transaction is open
     * @throws UnderstudyException {@link Problem#FAILED} if readers did not let go in time
     */
    static void take(Connection connection, Catalog catalog, Duration patience, Runnable settling) throws SQLException {
        long until = System.nanoTime() + patience.toNanos();
        List<String> locks = Catalog.qualified(connection, () -> {
            // Whoever reads a view holds it before its tables.
            List<String> statements =
                    new ArrayList<>(DependentViews.read(connection, catalog).locks());
            statements.addAll(catalog.statements(connection, TABLES));
            return statements;
        });
        int safe = Integer.parseInt(Answers.text(connection, SAFE_MILLIS).orElse("500"));
        int first = FIRST_MILLIS;
        int pause = PAUSE_MILLIS;
        settling.run();
        while (!attempt(connection, locks, first, safe)) {
            settling.run();
            if (System.nanoTime() > until) {
                throw new UnderstudyException(
                        Problem.FAILED,
                        "Readers held the target's tables for %d minutes, so the new rows could not take their place; the old ones stay."
                                .formatted(patience.toMinutes()));
            }
            sleep(pause);
            first = Math.min(LONGEST_FIRST_MILLIS, first * 5 / 4);
            pause = Math.min(LONGEST_PAUSE_MILLIS, pause * 5 / 4);
        }
    }

    /** @return true if the transaction of the connection now holds all locks; else none is held, and the order has changed */
    private static boolean attempt(Connection connection, List<String> locks, int first, int safe) throws SQLException {
        connection.setAutoCommit(false);
        long since = 0;
        for (int i = 0; i < locks.size(); i++) {
            long left = i == 0 ? first : safe - (System.nanoTime() - since) / 1_000_000;
            try {
                Answers.execute(connection, "SET LOCAL statement_timeout = " + Math.max(1, left) + "; " + locks.get(i));
            } catch (SQLException e) {
                connection.rollback();
                connection.setAutoCommit(true);
                if (!GIVEN_UP.contains(e.getSQLState())) {
                    throw e;
                }
                locks.add(0, locks.remove(i));
                return false;
            }
            since = i == 0 ? System.nanoTime() : since;
        }
        Answers.execute(connection, "SET LOCAL statement_timeout = 0");
        return true;
    }

    private static void sleep(int millis) throws SQLException {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("Interrupted", e);
        }
    }
}
