package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What comes with the program: completion, manual pages, a log for machines. */
class DistributionTest {
    @TempDir
    Path folder;

    private String bash(String script) throws Exception {
        Process process = new ProcessBuilder("bash", "-c", script)
                .redirectErrorStream(true)
                .start();
        return new String(process.getInputStream().readAllBytes());
    }

    @Test
    void bashCompletesVerbsAndFlags() throws Exception {
        Path script = Files.writeString(
                folder.resolve("completion"),
                CommandLineRun.of("completion").done().out());
        String ask = "source " + script
                + "; COMP_WORDS=(%s); COMP_CWORD=%d; _complete_understudy 2> /dev/null; echo ${COMPREPLY[*]}";
        assertThat(bash(ask.formatted("understudy clo", 1)).strip()).isEqualTo("clone");
        assertThat(bash(ask.formatted("understudy clone --rep", 2)).strip()).isEqualTo("--report");
        assertThat(bash(ask.formatted("understudy serve --l", 2)).strip()).isEqualTo("--listen");
    }

    @Test
    void everyVerbHasAManualPage() throws Exception {
        CommandLineRun.of("man", folder.resolve("man1").toString()).done();
        try (Stream<Path> pages = Files.list(folder.resolve("man1"))) {
            List<String> names =
                    pages.map(page -> page.getFileName().toString()).sorted().toList();
            assertThat(names)
                    .hasSizeGreaterThan(14)
                    .contains("understudy.1", "understudy-clone.1", "understudy-serve.1");
        }
        String page = Files.readString(folder.resolve("man1/understudy-clone.1"));
        assertThat(page)
                .contains(
                        ".TH \"UNDERSTUDY\\-CLONE\" \"1\"",
                        ".SH \"SYNOPSIS\"",
                        ".B \"\\-\\-until\\-gates\\-pass\"",
                        "130 cancelled")
                .doesNotContain("%n");
        if (Files.isExecutable(Path.of("/usr/bin/man"))) {
            String shown =
                    bash("MANPAGER=cat man --warnings -l " + folder.resolve("man1/understudy-clone.1") + " | col -b");
            assertThat(shown).contains("--until-gates-pass", "EXIT STATUS").doesNotContain("warning:");
        }
    }

    @Test
    void aLogForMachinesHoldsNothingButObjects() throws Exception {
        String target = DatabaseCase.H2.empty("logged");
        CommandLineRun run = CommandLineRun.of(
                        "clone",
                        "--source",
                        DatabaseCase.H2.source(),
                        "--target",
                        target,
                        "--log-format",
                        "json",
                        "--model",
                        folder.resolve("model.understudy").toString())
                .done();
        List<String> events = run.err()
                .lines()
                .map(line -> event(line).path("event").asText())
                .toList();
        assertThat(events).contains("begun", "ends", "phase", "read", "learned", "wrote", "finished");
        assertThat(run.out()).contains("customer".toUpperCase(java.util.Locale.ROOT));

        CommandLineRun failed = CommandLineRun.of(
                "clone", "--source", "jdbc:h2:file:/nowhere/none", "--target", target, "--log-format", "json");
        assertThat(failed.status()).isEqualTo(3);
        JsonNode last = event(failed.err().lines().reduce((one, other) -> other).orElseThrow());
        assertThat(last.path("level").asText()).isEqualTo("error");
        assertThat(last.path("message").asText()).startsWith("Connecting to");
        assertThat(last.path("time").asText()).endsWith("Z");
    }

    private static JsonNode event(String line) {
        try {
            JsonNode event = new ObjectMapper().readTree(line);
            assertThat(event.isObject()).as(line).isTrue();
            return event;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError("No JSON: " + line, e);
        }
    }
}
