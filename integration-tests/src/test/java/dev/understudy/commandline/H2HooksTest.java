package dev.understudy.commandline;

class H2HooksTest extends HooksContract {
    H2HooksTest() {
        super(DatabaseCase.H2);
    }
}
