package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Warnings that the configuration acknowledges are shown with their reason, and stop no strict plan. */
class AcknowledgeTest {
    private static final String WISH = "version: 1\ntables: {customer: {rows: 5}}\n";

    @TempDir
    Path folder;

    private String[] plan(String configuration, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("plan.yaml"), configuration);
        String[] words = {"plan", "--source", DatabaseCase.H2.source(), "--config", file.toString(), "--strict"};
        String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return all;
    }

    @Test
    void whatIsAcknowledgedStopsNoStrictPlan() throws IOException {
        assertThat(CommandLineRun.of(plan(WISH)).status()).isEqualTo(4);

        String known = WISH + "acknowledge:\n  - {warning: rows-not-used, at: '*.customer', reason: kept for later}\n";
        CommandLineRun text = CommandLineRun.of(plan(known)).done();
        assertThat(text.out()).contains("Acknowledged", "rows-not-used", "kept for later", "No warnings");
        JsonNode warnings =
                CommandLineRun.of(plan(known, "--output", "json")).json().path("warnings");
        assertThat(warnings).hasSize(1);
        assertThat(warnings.get(0).path("acknowledged").asText()).isEqualTo("kept for later");
    }

    @Test
    void anotherTableIsNotMeant() throws IOException {
        String other = WISH + "acknowledge:\n  - {warning: rows-not-used, at: '*.orders', reason: kept for later}\n";
        CommandLineRun run = CommandLineRun.of(plan(other));
        assertThat(run.status()).isEqualTo(4);
        assertThat(run.out()).contains("acknowledged-nothing", "rows-not-used at *.orders");
    }

    @Test
    void whatIsNeededNoMoreIsToldAndStopsNothing() throws IOException {
        String old = "version: 1\nacknowledge:\n  - {warning: rows-not-used, reason: kept for later}\n";
        assertThat(CommandLineRun.of(plan(old)).done().out()).contains("acknowledged-nothing");
    }

    @Test
    void aReasonIsAsked() throws IOException {
        CommandLineRun.of(plan(WISH + "acknowledge:\n  - {warning: rows-not-used}\n"))
                .refused(2, "acknowledge[1] needs warning", "reason");
    }

    @Test
    void aRunShowsTheReasonToo() throws IOException {
        Path file = Files.writeString(
                folder.resolve("learn.yaml"),
                WISH + "acknowledge:\n  - {warning: rows-not-used, reason: kept for later}\n");
        CommandLineRun learned = CommandLineRun.of(
                        "learn",
                        "--source",
                        DatabaseCase.H2.source(),
                        "--config",
                        file.toString(),
                        "--model",
                        folder.resolve("m").toString(),
                        "--output",
                        "json")
                .done();
        assertThat(learned.json().path("warnings").findValuesAsText("acknowledged"))
                .containsExactly("kept for later");
    }
}
