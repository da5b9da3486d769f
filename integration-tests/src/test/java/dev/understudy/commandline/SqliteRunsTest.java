package dev.understudy.commandline;

class SqliteRunsTest extends RunsContract {
    SqliteRunsTest() {
        super(DatabaseCase.SQLITE);
    }
}
