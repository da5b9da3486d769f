package dev.understudy.commandline;

class H2ConfiguredRulesTest extends ConfiguredRulesContract {
    H2ConfiguredRulesTest() {
        super(DatabaseCase.H2);
    }
}
