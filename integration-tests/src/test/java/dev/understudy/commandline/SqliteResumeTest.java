package dev.understudy.commandline;

import java.util.Locale;
import org.junit.jupiter.api.Tag;

/** Runs many child processes for minutes, so it is not in every build; that of PostgreSQL is. */
@Tag("acceptance")
class SqliteResumeTest extends ResumeContract {
    SqliteResumeTest() {
        super(DatabaseCase.SQLITE);
    }

    @Override
    String wroteName(String table) {
        return "PUBLIC." + table.toUpperCase(Locale.ROOT);
    }
}
