package dev.understudy.commandline;

class H2RepeatTest extends RepeatContract {
    H2RepeatTest() {
        super(DatabaseCase.H2);
    }

    @Override
    String wroteName(String table) {
        return "PUBLIC." + table.toUpperCase(java.util.Locale.ROOT);
    }
}
