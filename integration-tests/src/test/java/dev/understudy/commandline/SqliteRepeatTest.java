package dev.understudy.commandline;

import java.util.Locale;

class SqliteRepeatTest extends RepeatContract {
    SqliteRepeatTest() {
        super(DatabaseCase.SQLITE);
    }

    @Override
    String wroteName(String table) {
        return "PUBLIC." + table.toUpperCase(Locale.ROOT);
    }
}
