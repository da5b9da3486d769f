package dev.understudy.commandline;

class PostgresConfiguredRulesTest extends ConfiguredRulesContract {
    PostgresConfiguredRulesTest() {
        super(DatabaseCase.POSTGRESQL);
    }
}
