package dev.understudy.commandline;

class MariaDbHooksTest extends HooksContract {
    MariaDbHooksTest() {
        super(DatabaseCase.MARIADB);
    }
}
