package dev.understudy.commandline;

class SqliteHooksTest extends HooksContract {
    SqliteHooksTest() {
        super(DatabaseCase.SQLITE);
    }
}
