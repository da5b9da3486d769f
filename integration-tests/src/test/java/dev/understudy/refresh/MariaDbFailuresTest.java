package dev.understudy.refresh;

import dev.understudy.commandline.Contents;
import dev.understudy.commandline.DatabaseCase;
import dev.understudy.connect.Answers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

class MariaDbFailuresTest extends FailuresContract {
    @Override
    String source() throws SQLException {
        return DatabaseCase.MARIADB.source();
    }

    @Override
    String target() {
        return DatabaseCase.MARIADB.empty("failures");
    }

    @Override
    void prepare(String target) throws SQLException {
        Contents.execute(target, "CREATE VIEW much AS SELECT * FROM orders WHERE total > 100");
    }

    @Override
    List<String> looks() {
        return MariaDbReadersTest.LOOKS;
    }

    @Override
    List<String> catalog(String target) throws SQLException {
        return MariaDbSwapTest.catalog(target);
    }

    @Override
    void disturb(String target, boolean end) throws SQLException {
        try (Connection connection = DriverManager.getConnection(target)) {
            List<List<String>> sessions = Answers.rows(
                    connection,
                    "SELECT id FROM information_schema.processlist WHERE db LIKE concat(database(), '%') AND id <> connection_id() AND command <> 'Sleep'",
                    1);
            for (List<String> session : new ArrayList<>(sessions)) {
                try {
                    Answers.execute(connection, "KILL " + (end ? "CONNECTION " : "QUERY ") + session.get(0));
                } catch (SQLException e) {
                    // It has ended by itself.
                }
            }
        }
    }

    @Override
    boolean isUnlocked(String target) throws SQLException {
        return DecoratedShop.ask(target, "SELECT is_free_lock(concat('understudy.', left(md5(database()), 16)))")
                .equals("1");
    }

    @Override
    String remains(String target) throws SQLException {
        return DecoratedShop.ask(
                target,
                "SELECT group_concat(schema_name) FROM information_schema.schemata WHERE schema_name LIKE concat(database(), '\\_understudy%')");
    }
}
