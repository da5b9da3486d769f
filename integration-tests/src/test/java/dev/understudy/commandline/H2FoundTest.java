package dev.understudy.commandline;

class H2FoundTest extends FoundContract {
    H2FoundTest() {
        super(DatabaseCase.H2);
    }
}
