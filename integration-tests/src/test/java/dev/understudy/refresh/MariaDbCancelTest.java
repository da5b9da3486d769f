package dev.understudy.refresh;

import dev.understudy.commandline.DatabaseCase;
import java.sql.SQLException;
import java.sql.Statement;

class MariaDbCancelTest extends CancelContract {
    MariaDbCancelTest() {
        super(DatabaseCase.MARIADB);
    }

    @Override
    String waitingForReaders() {
        return waiting("RENAME TABLE%", "Waiting for table metadata lock");
    }

    @Override
    void hold(Statement statement) throws SQLException {
        statement.execute("SELECT get_lock('held by a test', 10)");
    }

    @Override
    void release(Statement statement) throws SQLException {
        statement.execute("SELECT release_lock('held by a test')");
    }

    @Override
    String waitingHook() {
        return "SELECT get_lock('held by a test', 60)";
    }

    @Override
    String waitingForHook() {
        return waiting("SELECT get_lock(''held%", "User lock");
    }

    private static String waiting(String statement, String state) {
        return "SELECT count(*) FROM information_schema.processlist WHERE db = database() AND info LIKE '%s' AND state = '%s'"
                .formatted(statement, state);
    }
}
