package dev.understudy.commandline;

class PostgresConfiguredLinksTest extends ConfiguredLinksContract {
    PostgresConfiguredLinksTest() {
        super(DatabaseCase.POSTGRESQL);
    }
}
