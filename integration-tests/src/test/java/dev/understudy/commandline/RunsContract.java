package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code runs}: what the target remembers of each run. */
abstract class RunsContract {
    @TempDir
    Path folder;

    private final DatabaseCase vendor;

    RunsContract(DatabaseCase vendor) {
        this.vendor = vendor;
    }

    private JsonNode clone(String target, String... more) {
        String[] words = {
            "clone",
            "--source",
            vendor.source(),
            "--target",
            target,
            "--output",
            "json",
            "--model",
            folder.resolve("m").toString()
        };
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return CommandLineRun.of(all).done().json();
    }

    private static JsonNode json(String... words) {
        return CommandLineRun.of(words).done().json();
    }

    @Test
    void everyRunIsRemembered() throws Exception {
        String target = vendor.empty("runs");
        assertThat(json("runs", "--target", target, "--output", "json").path("runs"))
                .isEmpty();
        assertThat(CommandLineRun.of("runs", "--target", target).done().out()).contains("No run of Understudy");
        assertThat(Contents.of(target)).as("looking changes nothing").isEmpty();

        JsonNode first = clone(target);
        JsonNode second = clone(target, "--seed", "7");
        JsonNode runs = json("runs", "--target", target, "--output", "json").path("runs");
        assertThat(runs).hasSize(2);
        assertThat(runs.get(0).path("runId")).isEqualTo(second.path("runId"));
        assertThat(runs.get(0).path("seed").asLong()).isEqualTo(7);
        assertThat(runs.get(0).path("state").asText()).isEqualTo("done");
        assertThat(runs.get(0).path("situation").asText()).isEqualTo("replaced");
        assertThat(runs.get(1).path("runId")).isEqualTo(first.path("runId"));
        assertThat(runs.get(1).path("modelDigest")).isEqualTo(first.path("modelDigest"));
        assertThat(runs.get(1).path("runBy").asText()).startsWith(System.getProperty("user.name"));
        assertThat(runs.get(1).path("source").asText()).startsWith("jdbc:").doesNotContain("password");
        assertThat(CommandLineRun.of("runs", "--target", target).done().out())
                .contains(first.path("runId").asText(), second.path("runId").asText(), "done");

        String id = first.path("runId").asText();
        JsonNode shown = json("runs", "show", id, "--target", target, "--output", "json");
        assertThat(shown.path("runId").asText()).isEqualTo(id);
        assertThat(shown.path("tables")).hasSize(SmallOrders.TABLES.size());
        assertThat(shown.path("tables").findValuesAsText("rows")).contains(String.valueOf(SmallOrders.CUSTOMERS));
        assertThat(shown.path("gates")).isEmpty();
        assertThat(CommandLineRun.of("runs", "show", id, "--target", target)
                        .done()
                        .out())
                .contains(id, "settings", "rows");
        CommandLineRun.of("runs", "show", "nonesuch", "--target", target)
                .refused(
                        2,
                        "No runs of",
                        "nonesuch",
                        "the latest is " + second.path("runId").asText());
        CommandLineRun.of("runs", "show", "20", "--target", target).refused(2, "Several runs of");
    }

    @Test
    @Tag("acceptance")
    void gatesAreShown() throws Exception {
        String target = vendor.empty("runs_gates");
        Path file = Files.writeString(folder.resolve("gates.yaml"), "version: 1\ngates: {fidelity: 0.5}\n");
        JsonNode result = clone(target, "--config", file.toString());
        JsonNode gates = json("runs", "show", result.path("runId").asText(), "--target", target, "--output", "json")
                .path("gates");
        assertThat(gates.findValuesAsText("name")).containsExactly("fidelity", "privacy");
        assertThat(gates.get(0).path("verdict").asText()).isEqualTo("PASS");
    }
}
