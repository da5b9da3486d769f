package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are killed and resumed, or undone: the target is what it would have been, whenever that happens. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class ResumeContract {
    private static final String SCALE = "60";

    @TempDir
    static Path folder;

    private final DatabaseCase vendor;
    private Map<String, List<String>> undisturbed;

    ResumeContract(DatabaseCase vendor) {
        this.vendor = vendor;
    }

    /** As the source spells it. */
    abstract String wroteName(String table);

    private String model() {
        return folder.resolve("model.understudy").toString();
    }

    @BeforeEach
    void learnAndGenerateOnce() throws SQLException {
        if (undisturbed == null) {
            CommandLineRun.of("learn", "--source", vendor.source(), "--model", model())
                    .done();
            String target = vendor.empty("undisturbed");
            CommandLineRun.of(generate(target)).done();
            undisturbed = Contents.ofUsers(target);
            assertThat(undisturbed.get("line")).hasSizeGreaterThan(100_000);
        }
    }

    private String[] generate(String target) {
        return generate(target, 3);
    }

    private String[] generate(String target, int seed) {
        return new String[] {
            "generate", "--model", model(), "--target", target, "--scale", SCALE, "--seed", String.valueOf(seed)
        };
    }

    private CommandLineRun resume(String run, String target) {
        return CommandLineRun.of("resume", run, "--target", target, "--model", model());
    }

    private static JsonNode latest(String target) {
        JsonNode runs = CommandLineRun.of("runs", "--target", target, "--output", "json")
                .done()
                .json()
                .path("runs");
        return runs.path(0);
    }

    private void kill(String target, String line) throws Exception {
        try (CommandProcess run = CommandProcess.start(folder, Map.of(), generate(target))) {
            run.awaitLine(line);
            run.kill();
        }
    }

    @Test
    void aKilledRunGoesOnAndEndsAsIfNothingHadHappened() throws Exception {
        String target = vendor.empty("resumed");
        kill(target, "  wrote " + wroteName("orders"));
        assertThat(Contents.ofUsers(target)).isNotEqualTo(undisturbed);
        String run = latest(target).path("runId").asText();

        resume(run, target).done();

        assertThat(Contents.ofUsers(target)).isEqualTo(undisturbed);
        assertThat(latest(target).path("runId").asText()).isEqualTo(run);
        assertThat(latest(target).path("state").asText()).isEqualToIgnoringCase("done");
        resume(run, target).refused(2, "came to its end");
    }

    @Test
    void aRunThatIsKilledAmongItsKeysGoesOn() throws Exception {
        String target = vendor.empty("resumed_late");
        kill(target, "Adding keys");

        resume(latest(target).path("runId").asText(), target).done();

        assertThat(Contents.ofUsers(target)).isEqualTo(undisturbed);
        CommandLineRun.of("verify", "--target", target, "--model", model()).done();
    }

    @Test
    void aKilledRunIsUndone() throws Exception {
        String target = vendor.empty("undone");
        kill(target, "  wrote " + wroteName("orders"));
        String run = latest(target).path("runId").asText();

        CommandLineRun.of("clean", run, "--target", target, "--model", model()).done();

        assertThat(Contents.ofUsers(target)).isEmpty();
        resume(run, target).refused(2, "came to its end");
    }

    @Test
    void anotherModelOrRowsOfOthersAreRefused() throws Exception {
        String target = vendor.empty("resumed_others");
        kill(target, "  wrote " + wroteName("orders"));
        String run = latest(target).path("runId").asText();
        Path other = folder.resolve("other.understudy");
        String changed = vendor.freshSource("orders_changed");
        Contents.execute(changed, "DELETE FROM audit_log WHERE id > 20");
        CommandLineRun.of("learn", "--source", changed, "--model", other.toString())
                .done();
        CommandLineRun.of("resume", run, "--target", target, "--model", other.toString())
                .refused(2, "is not the model that run");
        CommandLineRun.of("resume", run, "--target", target).refused(2, "say where it is with --model");
        Contents.execute(target, "INSERT INTO country VALUES (99999, 'mine')");
        resume(run, target).refused(2, "were changed by others since run " + run);
    }

    @Test
    @Tag("acceptance")
    void aKilledRefreshGoesOn() throws Exception {
        String target = vendor.empty("resumed_refresh");
        CommandLineRun.of(generate(target, 77)).done();
        Map<String, List<String>> old = Contents.ofUsers(target);
        kill(target, "  wrote " + wroteName("orders"));
        assertThat(Contents.ofUsers(target)).isEqualTo(old);

        resume(latest(target).path("runId").asText(), target).done();

        assertThat(Contents.ofUsers(target)).isEqualTo(undisturbed);
    }

    @Test
    @Tag("acceptance")
    void twentyRandomMomentsGiveTheSameTarget() throws Exception {
        Random random = new Random(11);
        for (int i = 0; i < 20; i++) {
            String target = vendor.empty("killed_" + i);
            try (CommandProcess run = CommandProcess.start(folder, Map.of(), generate(target))) {
                run.awaitLine("Preparing");
                Thread.sleep(random.nextInt(3_000));
                run.kill();
            }
            JsonNode latest = latest(target);
            if (latest.isMissingNode()) {
                CommandLineRun.of(generate(target)).done();
            } else if (!latest.path("state").asText().equalsIgnoreCase("done")) {
                resume(latest.path("runId").asText(), target).done();
            }
            assertThat(Contents.ofUsers(target)).as("kill %d", i).isEqualTo(undisturbed);
        }
    }
}
