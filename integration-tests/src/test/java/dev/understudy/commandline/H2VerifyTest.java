package dev.understudy.commandline;

import java.sql.SQLException;
import java.util.List;

class H2VerifyTest extends VerifyContract {
    H2VerifyTest() {
        super(DatabaseCase.H2);
    }

    @Override
    void drop(String url) throws SQLException {
        Contents.execute(url, "DROP ALL OBJECTS");
    }

    @Override
    List<String> withoutLinks(String statement) {
        return List.of("SET REFERENTIAL_INTEGRITY FALSE", statement, "SET REFERENTIAL_INTEGRITY TRUE");
    }
}
