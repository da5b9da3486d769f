package dev.understudy.commandline;

import org.junit.jupiter.api.Tag;

/** Runs many child processes for minutes, so it is not in every build; that of PostgreSQL is. */
@Tag("acceptance")
class MariaDbResumeTest extends ResumeContract {
    MariaDbResumeTest() {
        super(DatabaseCase.MARIADB);
    }

    @Override
    String wroteName(String table) {
        return "understudy_test_line_orders." + table;
    }
}
