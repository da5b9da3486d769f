package dev.understudy.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.commandline.CommandLineRun;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Readers of a target never see an empty, partial or mixed state while it is refreshed. */
abstract class ReadersContract {
    private static final int REFRESHES = 2;

    @TempDir
    Path folder;

    abstract String source() throws SQLException;

    abstract String target();

    abstract int readers();

    /** Queries of one value each, which together tell any two states apart. */
    abstract List<String> looks();

    /** SQL states by which the vendor asks a reader to begin again. */
    abstract Set<String> retried();

    /** After the first run. */
    void prepare(String target) throws SQLException {}

    CommandLineRun generate(String target, int seed) {
        return CommandLineRun.of(
                "generate",
                "--model",
                folder.resolve("model.understudy").toString(),
                "--target",
                target,
                "--seed",
                "" + seed);
    }

    String state(String target) throws SQLException {
        List<String> told = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(target);
                var statement = connection.createStatement()) {
            for (String look : looks()) {
                try (var found = statement.executeQuery(look)) {
                    found.next();
                    told.add(found.getString(1));
                }
            }
        }
        return String.join("/", told);
    }

    @Test
    void nobodySeesAnythingButTheOldRowsOrTheNewOnes() throws Exception {
        CommandLineRun.of(
                        "learn",
                        "--source",
                        source(),
                        "--model",
                        folder.resolve("model.understudy").toString())
                .done();
        String target = target();
        generate(target, 1).done();
        prepare(target);
        Set<String> states = new LinkedHashSet<>(List.of(state(target)));
        Readers all = new Readers(target, readers(), looks(), retried());
        try {
            all.lookAgain();
            for (int seed = 2; seed < 2 + REFRESHES; seed++) {
                generate(target, seed).done();
                states.add(state(target));
                all.lookAgain();
            }
        } finally {
            all.end();
        }
        System.out.printf(
                "%s: %d looks of %d readers, the longest %d ms, %d begun again%n",
                getClass().getSimpleName(), all.looks(), readers(), all.longestLook(), all.repeats());
        assertThat(all.failures()).isEmpty();
        assertThat(states).hasSize(1 + REFRESHES);
        assertThat(all.seen()).as("what readers saw").isEqualTo(new java.util.TreeSet<>(states));
    }
}
