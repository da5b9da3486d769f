package dev.understudy.commandline;

import java.util.Locale;

class SqliteResumeTest extends ResumeContract {
    SqliteResumeTest() {
        super(DatabaseCase.SQLITE);
    }

    @Override
    String wroteName(String table) {
        return "PUBLIC." + table.toUpperCase(Locale.ROOT);
    }
}
