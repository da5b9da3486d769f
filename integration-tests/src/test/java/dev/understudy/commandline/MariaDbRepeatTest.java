package dev.understudy.commandline;

class MariaDbRepeatTest extends RepeatContract {
    MariaDbRepeatTest() {
        super(DatabaseCase.MARIADB);
    }

    @Override
    String wroteName(String table) {
        return "understudy_test_line_orders." + table;
    }
}
