package dev.understudy.refresh;

import dev.understudy.commandline.DatabaseCase;
import java.sql.SQLException;
import java.sql.Statement;

class PostgresCancelTest extends CancelContract {
    PostgresCancelTest() {
        super(DatabaseCase.POSTGRESQL);
    }

    @Override
    String waitingForReaders() {
        return waiting("%LOCK TABLE%");
    }

    @Override
    void hold(Statement statement) throws SQLException {
        statement.execute("SELECT pg_advisory_lock(77)");
    }

    @Override
    void release(Statement statement) throws SQLException {
        statement.execute("SELECT pg_advisory_unlock(77)");
    }

    @Override
    String waitingHook() {
        return "SELECT pg_advisory_xact_lock(77)";
    }

    @Override
    String waitingForHook() {
        return waiting("%xact_lock%");
    }

    private static String waiting(String statement) {
        return """
                SELECT count(*) FROM pg_stat_activity
                WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%s'""".formatted(statement);
    }
}
