package dev.understudy.commandline;

class MariaDbRunsTest extends RunsContract {
    MariaDbRunsTest() {
        super(DatabaseCase.MARIADB);
    }
}
