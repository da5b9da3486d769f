package dev.understudy.commandline;

class PostgresRepeatTest extends RepeatContract {
    PostgresRepeatTest() {
        super(DatabaseCase.POSTGRESQL);
    }

    @Override
    String wroteName(String table) {
        return "public." + table;
    }
}
