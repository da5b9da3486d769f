package dev.understudy.commandline;

import java.sql.SQLException;
import java.util.List;

class PostgresVerifyTest extends VerifyContract {
    PostgresVerifyTest() {
        super(DatabaseCase.POSTGRESQL);
    }

    @Override
    void drop(String url) throws SQLException {
        Contents.execute(url, "DROP SCHEMA public CASCADE");
    }

    @Override
    List<String> withoutLinks(String statement) {
        return List.of("SET session_replication_role = replica", statement, "SET session_replication_role = DEFAULT");
    }
}
