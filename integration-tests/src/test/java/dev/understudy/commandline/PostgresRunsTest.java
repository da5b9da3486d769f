package dev.understudy.commandline;

class PostgresRunsTest extends RunsContract {
    PostgresRunsTest() {
        super(DatabaseCase.POSTGRESQL);
    }
}
