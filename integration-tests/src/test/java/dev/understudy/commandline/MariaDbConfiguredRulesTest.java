package dev.understudy.commandline;

class MariaDbConfiguredRulesTest extends ConfiguredRulesContract {
    MariaDbConfiguredRulesTest() {
        super(DatabaseCase.MARIADB);
    }
}
