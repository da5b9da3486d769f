package dev.understudy.commandline;

class H2RunsTest extends RunsContract {
    H2RunsTest() {
        super(DatabaseCase.H2);
    }
}
