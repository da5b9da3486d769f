package dev.understudy.commandline;

class PostgresHooksTest extends HooksContract {
    PostgresHooksTest() {
        super(DatabaseCase.POSTGRESQL);
    }
}
