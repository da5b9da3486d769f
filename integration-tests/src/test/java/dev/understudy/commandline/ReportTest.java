package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

/** {@code report}: judges two databases, writes its files, and ends with 6 where a gate stops. */
class ReportTest {
    private static final String SOURCE = DatabaseCase.H2.source();
    private static String copy;

    @TempDir
    Path folder;

    private static synchronized String copy() throws IOException {
        if (copy == null) {
            copy = DatabaseCase.H2.empty("judged");
            Path model = Files.createTempFile("judged", ".understudy");
            CommandLineRun.of("clone", "--source", SOURCE, "--target", copy, "--model", model.toString())
                    .done();
        }
        return copy;
    }

    private CommandLineRun report(String synthetic, String... more) {
        return CommandLineRun.of(Stream.concat(
                        Stream.of(
                                "report",
                                "--real",
                                SOURCE,
                                "--synthetic",
                                synthetic,
                                "--output",
                                "json",
                                "--report",
                                folder.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    @Test
    void aCloneIsJudgedAndNothingRareLeaves() throws Exception {
        JsonNode report = report(copy()).done().json();
        assertThat(report.path("status").asText()).isEqualTo("done");
        assertThat(report.path("scores").path("shapes").asDouble()).isBetween(0.8, 1.0);
        assertThat(report.path("floor").path("shapes").asDouble()).isBetween(0.8, 1.0);
        assertThat(report.path("tables").findValuesAsText("name")).hasSize(SmallOrders.TABLES.size());
        JsonNode privacy = report.path("privacy").get(0);
        assertThat(privacy.path("verdict").asText()).isEqualTo("INCONCLUSIVE");
        assertThat(List.of("P1", "P2", "P3"))
                .allMatch(test -> privacy.path("tests").path(test).asText().equals("INCONCLUSIVE"));
        assertThat(report.path("warnings").findValuesAsText("id")).contains("privacy-inconclusive");
        JsonNode whole =
                new ObjectMapper().readTree(folder.resolve("report.json").toFile());
        assertThat(whole.path("version").asInt()).isEqualTo(1);
        assertThat(whole.path("tables").get(0).fieldNames())
                .toIterable()
                .contains("name", "scores", "floor", "telling", "columns", "pairs");
        for (String file : List.of("report.html", "report.json", "junit.xml", "release-card.json", "release-card.md")) {
            assertThat(Files.readString(folder.resolve(file))).doesNotContain(SmallOrders.SECRET);
        }
        assertThat(folder.resolve("release-card.md"))
                .content()
                .contains("## Public part", "## Internal part", "| privacy |", "INCONCLUSIVE");
    }

    @Test
    void aVerbatimCopyFails() throws Exception {
        CommandLineRun run = report(DatabaseCase.H2.freshSource("verbatim"));
        assertThat(run.status()).as(run.err() + run.out()).isEqualTo(6);
        JsonNode report = run.json();
        assertThat(report.path("status").asText()).isEqualTo("gate-failed");
        assertThat(report.path("gates").get(0).path("verdict").asText()).isEqualTo("FAIL");
        assertThat(report.path("privacy").get(0).path("tests").path("P0").asText())
                .isEqualTo("FAIL");
        Document junit = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(folder.resolve("junit.xml").toFile());
        assertThat(junit.getElementsByTagName("failure").getLength()).isPositive();
        assertThat(junit.getElementsByTagName("skipped").getLength()).isPositive();
    }

    @Test
    void gatesOfTheConfigurationStop() throws Exception {
        Path strict =
                Files.writeString(folder.resolve("strict.yaml"), "version: 1\ngates: {fidelity: 1.0, privacy: pass}\n");
        CommandLineRun stopped = report(copy(), "--config", strict.toString());
        assertThat(stopped.status()).isEqualTo(6);
        assertThat(stopped.json().path("gates").findValuesAsText("name")).containsExactly("fidelity", "privacy");
        Path lax = Files.writeString(folder.resolve("lax.yaml"), "version: 1\ngates: {fidelity: 0.5, privacy: show}\n");
        report(copy(), "--config", lax.toString()).done();
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "version: 1\ngates: {fidelity: 90}\n");
        report(copy(), "--config", wrong.toString()).refused(2, "gates.fidelity");
    }

    @Test
    void namesThatMeanNothingAreRefused() throws Exception {
        Path file = folder.resolve("names.yaml");
        Files.writeString(file, "version: 1\nprivacy: {groups: [contry_id]}\n");
        report(copy(), "--config", file.toString())
                .refused(2, "privacy.groups: contry_id is no column of CUSTOMER; did you mean COUNTRY_ID?");
        Files.writeString(file, "version: 1\nprivacy: {sensitive: [salary]}\n");
        report(copy(), "--config", file.toString()).refused(2, "privacy.sensitive: salary is no column of");
        Files.writeString(file, "version: 1\nutility: {targets: [orders.totl]}\n");
        report(copy(), "--config", file.toString()).refused(2, "utility.targets: orders.totl", "ORDERS.TOTAL?");
    }

    @Test
    void whatIsMissingIsSaid() throws Exception {
        String empty = DatabaseCase.H2.empty("nothing");
        Contents.execute(empty, "CREATE TABLE unrelated (id int PRIMARY KEY)");
        report(empty).refused(2, "no table in common");
        CommandLineRun.of("report", "--real", SOURCE).refused(2, "--synthetic");
        CommandLineRun.of("report", "--synthetic", SOURCE).refused(2, "--real");
        String part = DatabaseCase.H2.freshSource("part");
        Contents.execute(part, "DROP TABLE audit_log", "ALTER TABLE line DROP COLUMN note");
        JsonNode report = report(part).json();
        assertThat(report.path("warnings").findValuesAsText("id")).contains("table-missing", "column-missing");
    }
}
