package dev.understudy.commandline;

class MariaDbConfiguredLinksTest extends ConfiguredLinksContract {
    MariaDbConfiguredLinksTest() {
        super(DatabaseCase.MARIADB);
    }
}
