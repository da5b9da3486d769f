package dev.understudy.commandline;

import org.junit.jupiter.api.Tag;

/** Runs many child processes for minutes, so it is not in every build; that of PostgreSQL is. */
@Tag("acceptance")
class H2ResumeTest extends ResumeContract {
    H2ResumeTest() {
        super(DatabaseCase.H2);
    }

    @Override
    String wroteName(String table) {
        return "PUBLIC." + table.toUpperCase(java.util.Locale.ROOT);
    }
}
