package dev.understudy.target;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.commandline.DatabaseCase;
import dev.understudy.connect.Access;
import dev.understudy.connect.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.junit.jupiter.api.Test;

/**
 * A file of H2 that a killed run leaves holds whole transactions only if no thread writes it while rows come in. What goes
 * wrong otherwise shows in one of fifty kills, so what is asked here is whether there is such a thread.
 */
class H2WholeFileTest {
    @Test
    void nobodyWritesAFileWhileRowsComeIn() {
        Access target = Access.of(DatabaseCase.H2.empty("whole"), "", "");
        try (Database open = Database.open(target)) {
            assertThat(writingPause(open)).isZero();
        }
    }

    @Test
    void aSourceIsKeptAsItsOwnersKeepIt() {
        Access source = Access.of(DatabaseCase.H2.empty("kept"), "", "").asSource();
        try (Database open = Database.open(source)) {
            assertThat(writingPause(open)).isEqualTo(500);
        }
    }

    /** Milliseconds between two writes of the thread behind; 0 if there is none. */
    private static int writingPause(Database open) {
        return open.with(
                "Asking for the pause",
                connection -> ((SessionLocal)
                                connection.unwrap(JdbcConnection.class).getSession())
                        .getDatabase()
                        .getStore()
                        .getMvStore()
                        .getAutoCommitDelay());
    }
}
