package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.learn.LearnSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gates of a clone: rows are judged before the target sees them. */
class GatesTest {
    private static final String SOURCE = DatabaseCase.H2.source();

    @TempDir
    Path folder;

    private CommandLineRun clone(String target, String gates, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("gates.yaml"), "version: 1\ngates: " + gates + "\n");
        return CommandLineRun.of(Stream.concat(
                        Stream.of(
                                "clone",
                                "--source",
                                SOURCE,
                                "--target",
                                target,
                                "--config",
                                file.toString(),
                                "--model",
                                folder.resolve("model.understudy").toString(),
                                "--report",
                                folder.toString(),
                                "--output",
                                "json"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void aCloneThatPassesIsLoadedAndItsReportKept() throws Exception {
        String target = DatabaseCase.H2.empty("passing");
        JsonNode result =
                clone(target, "{fidelity: 0.5, privacy: no-fail}").done().json();
        assertThat(result.path("status").asText()).isEqualTo("done");
        assertThat(result.path("gates").findValuesAsText("name")).containsExactly("fidelity", "privacy");
        assertThat(result.path("gates").get(0).path("verdict").asText()).isEqualTo("PASS");
        assertThat(result.path("gates").get(0).path("value").asDouble()).isBetween(0.5, 1.0);
        assertThat(Contents.ofUsers(target).get("customer")).hasSize(SmallOrders.CUSTOMERS);
        String release = Contents.of(target).get("understudy_release").toString();
        assertThat(release)
                .contains(result.path("runId").asText(), "No row is that of a real person", "intendedUse")
                .doesNotContain("internalPart", SmallOrders.SECRET);
        for (String file : List.of("report.html", "report.json", "junit.xml", "release-card.json", "run.json")) {
            assertThat(Files.readString(folder.resolve(file))).doesNotContain(SmallOrders.SECRET);
        }
        assertThat(folder.resolve("release-card.md"))
                .content()
                .contains(
                        result.path("runId").asText(),
                        result.path("modelDigest").asText(),
                        "The verdict is on the procedure",
                        "Judged were the rows that the target gets")
                .doesNotContain(SmallOrders.SECRET);
        assertThat(result.path("warnings").findValuesAsText("id")).contains("round");
    }

    @Test
    void aGateThatFailsLeavesTheTargetAsItWas() throws Exception {
        String target = DatabaseCase.H2.empty("stopped");
        CommandLineRun run = clone(target, "{fidelity: 1.0}", "--until-gates-pass", "--max-rounds", "2");
        assertThat(run.status()).as(run.err() + run.out()).isEqualTo(6);
        JsonNode result = run.json();
        assertThat(result.path("status").asText()).isEqualTo("gate-failed");
        assertThat(Contents.of(target)).isEmpty();
        List<String> rounds = Stream.of(result.path("warnings"))
                .flatMap(all -> all.findParents("id").stream())
                .filter(warning -> warning.path("id").asText().equals("round"))
                .map(warning -> warning.path("text").asText())
                .toList();
        assertThat(rounds).hasSize(2);
        LearnSettings first = LearnSettings.DEFAULT;
        assertThat(rounds.get(0))
                .startsWith("round 1 (k 10, leaves of %d rows, depth %d, %d trees)"
                        .formatted(
                                first.capacity().leafRows(),
                                first.capacity().depth(),
                                first.capacity().trees()));
        assertThat(rounds.get(1))
                .as("more capacity after a failure of fidelity")
                .startsWith("round 2 (k 10, leaves of %d rows, depth %d, %d trees)"
                        .formatted(
                                first.capacity().leafRows() * 2 / 3,
                                first.capacity().depth() + 2,
                                first.capacity().trees() * 3 / 2));
        assertThat(folder.resolve("model.understudy")).exists();
    }

    @Test
    void anEarlierCopyOutlivesAFailedGate() throws Exception {
        String target = DatabaseCase.H2.empty("earlier");
        clone(target, "{fidelity: 0.5}").done();
        List<String> before = Contents.ofUsers(target).get("customer");
        assertThat(clone(target, "{fidelity: 1.0}", "--seed", "9").status()).isEqualTo(6);
        assertThat(Contents.ofUsers(target).get("customer")).isEqualTo(before);
        JsonNode runs = CommandLineRun.of("runs", "--target", target, "--output", "json")
                .done()
                .json();
        assertThat(runs.path("runs").get(0).path("state").asText()).isEqualTo("failed");
        assertThat(runs.path("runs").get(0).path("reason").asText())
                .startsWith("A gate failed (fidelity: 0.")
                .endsWith("asked for 1.000); nothing was written.");
    }

    @Test
    void roundsAreChecked() throws Exception {
        String target = DatabaseCase.H2.empty("rounds");
        clone(target, "{fidelity: 0.5}", "--max-rounds", "2").refused(2, "--max-rounds needs --until-gates-pass");
        clone(target, "{fidelity: 0.5}", "--until-gates-pass", "--max-rounds", "0")
                .refused(2, "--max-rounds is 0");
        clone(target, "{privacy: perhaps}").refused(2, "gates.privacy");
        clone(target, "{fidelty: 0.5}").refused(2, "fidelty", "fidelity");
    }
}
