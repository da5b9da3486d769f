package dev.understudy.commandline;

class H2ConfiguredLinksTest extends ConfiguredLinksContract {
    H2ConfiguredLinksTest() {
        super(DatabaseCase.H2);
    }
}
