package dev.understudy.commandline;

import java.sql.SQLException;
import java.util.List;

class MariaDbVerifyTest extends VerifyContract {
    MariaDbVerifyTest() {
        super(DatabaseCase.MARIADB);
    }

    @Override
    void drop(String url) throws SQLException {
        Contents.execute(url, "DROP DATABASE " + url.replaceFirst("^.*/", "").replaceFirst("\\?.*", ""));
    }

    @Override
    List<String> withoutLinks(String statement) {
        return List.of("SET foreign_key_checks = 0", statement, "SET foreign_key_checks = 1");
    }
}
