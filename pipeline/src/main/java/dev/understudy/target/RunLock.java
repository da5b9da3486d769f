package dev.understudy.target;

import dev.understudy.connect.Answers;
import dev.understudy.connect.Database;
import dev.understudy.connect.SqlFailure;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Held while a run writes, so that no second one takes it for cut off. The server lets go of it when the process ends.
 * H2 has nothing of the kind: there a second process cannot open the file.
 */
final class RunLock implements AutoCloseable {
    /** A number that stands for Understudy among the advisory locks of a PostgreSQL database. */
    private static final long KEY = 0x756e646572737475L;

    private static final String NAME = "concat('understudy.', left(md5(database()), 16))";

    private static final int ATTEMPTS = 60;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Connection connection;

    private RunLock(Connection connection) {
        this.connection = connection;
    }

    /** @throws UnderstudyException {@link Problem#UNSAFE} if another run is writing into the target */
    static RunLock take(Database target) {
        Connection connection = target.connect();
        boolean taken = false;
        try {
            taken = switch (target.vendor()) {
                case POSTGRESQL ->
                    Answers.text(connection, "SELECT pg_try_advisory_lock(%d)".formatted(KEY))
                            .filter("t"::equals)
                            .isPresent();
                case MARIADB ->
                    Answers.number(connection, "SELECT get_lock(%s, 0)".formatted(NAME))
                                    .orElse(0)
                            == 1;
                case H2, SQLITE, GENERIC -> true;
            };
        } catch (SQLException e) {
            throw SqlFailure.translate("Locking the target", e);
        } finally {
            if (!taken) {
                giveBack(connection);
            }
        }
        if (!taken) {
            throw new UnderstudyException(
                    Problem.UNSAFE,
                    "Another run of Understudy is writing into the target %s; wait until it has ended."
                            .formatted(target.access()));
        }
        return new RunLock(connection);
    }

    /** As {@link #take}, but waits some seconds for a run that was killed: its session may outlive it. */
    static RunLock await(Database target) {
        for (int attempt = 1; ; attempt++) {
            try {
                return take(target);
            } catch (UnderstudyException e) {
                if (e.problem() != Problem.UNSAFE || attempt == ATTEMPTS) {
                    throw e;
                }
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // The pool drops it.
        }
    }

    @Override
    public void close() {
        try (Connection ending = connection) {
            switch (ending.getMetaData().getDatabaseProductName()) {
                case "PostgreSQL" -> Answers.text(ending, "SELECT pg_advisory_unlock(%d)".formatted(KEY));
                case "MariaDB", "MySQL" -> Answers.number(ending, "SELECT release_lock(%s)".formatted(NAME));
                default -> {}
            }
        } catch (SQLException e) {
            // The connection is broken, and so the lock is gone.
        }
    }
}
