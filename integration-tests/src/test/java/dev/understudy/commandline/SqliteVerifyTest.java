package dev.understudy.commandline;

import java.sql.SQLException;
import java.util.List;

class SqliteVerifyTest extends VerifyContract {
    SqliteVerifyTest() {
        super(DatabaseCase.SQLITE);
    }

    /** The source is one of H2. */
    @Override
    void drop(String url) throws SQLException {
        Contents.execute(url, "DROP ALL OBJECTS");
    }

    /** Links are checked where a session asks for it. */
    @Override
    List<String> withoutLinks(String statement) {
        return List.of(statement);
    }

    /** Constraints cannot be dropped, but the table can be made again without any. */
    @Override
    List<String> dropCheck() {
        return List.of(
                "CREATE TABLE without AS SELECT * FROM orders",
                "DROP TABLE orders",
                "ALTER TABLE without RENAME TO orders");
    }
}
