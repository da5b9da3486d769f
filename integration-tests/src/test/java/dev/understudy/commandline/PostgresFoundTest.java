package dev.understudy.commandline;

class PostgresFoundTest extends FoundContract {
    PostgresFoundTest() {
        super(DatabaseCase.POSTGRESQL);
    }
}
