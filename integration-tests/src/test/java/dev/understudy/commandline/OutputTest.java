package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What runs print and write, and what the flags that all share do. */
class OutputTest {
    private static final String[] RUN_KEYS = {
        "runId", "status", "seed", "modelDigest", "model", "seconds", "tables", "constraints", "gates", "warnings"
    };

    @TempDir
    Path folder;

    private final String source = DatabaseCase.H2.source();

    private CommandLineRun run(String verb, String... more) {
        List<String> words = new ArrayList<>(List.of(verb));
        words.addAll(List.of(more));
        if (!words.contains("--model") && !verb.equals("plan") && !verb.equals("verify")) {
            words.addAll(List.of("--model", folder.resolve("model.understudy").toString()));
        }
        return CommandLineRun.of(words.toArray(String[]::new));
    }

    private static JsonNode table(JsonNode result, String name) {
        for (JsonNode table : result.path("tables")) {
            if (table.path("name").asText().equalsIgnoreCase("PUBLIC." + name)) {
                return table;
            }
        }
        throw new AssertionError("No table " + name + " in " + result);
    }

    private static void assertRun(JsonNode result) {
        assertThat(result.fieldNames()).toIterable().containsExactlyInAnyOrder(RUN_KEYS);
        assertThat(result.path("status").asText()).isEqualTo("done");
        assertThat(result.path("runId").asText()).matches("\\d{8}-\\d{6}-[0-9a-f]{4}");
        assertThat(result.path("seconds").path("total").isNumber()).isTrue();
        assertThat(result.path("tables")).hasSize(SmallOrders.TABLES.size());
        for (JsonNode table : result.path("tables")) {
            assertThat(table.fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrder("name", "mode", "sourceRows", "targetRows", "rowsPerSecond");
        }
        assertThat(result.path("constraints").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("checked", "violations");
    }

    @Test
    void everyRunPrintsOneObjectAndTellsProgressBesideIt() throws SQLException {
        String target = DatabaseCase.H2.empty("json");
        CommandLineRun cloned = run("clone", "--source", source, "--target", target, "--seed", "5", "--output", "json");
        assertRun(cloned.done().json());
        assertThat(cloned.json().path("seed").asLong()).isEqualTo(5);
        assertThat(cloned.json().path("modelDigest").asText()).hasSize(64);
        assertThat(cloned.json().path("constraints").path("checked").asInt()).isPositive();
        assertThat(table(cloned.json(), "customer").path("sourceRows").asInt()).isEqualTo(SmallOrders.CUSTOMERS);
        assertThat(table(cloned.json(), "customer").path("targetRows").asInt()).isEqualTo(SmallOrders.CUSTOMERS);
        assertThat(cloned.err()).contains("Source: ", "(read only)", "Target: ", "Learning", "Generating");

        CommandLineRun learned = run("learn", "--source", source, "--output", "json");
        assertRun(learned.done().json());
        assertThat(learned.json().path("modelDigest")).isEqualTo(cloned.json().path("modelDigest"));
        assertThat(learned.err()).contains("Learning").doesNotContain("Target");

        String other = DatabaseCase.H2.empty("json_other");
        CommandLineRun generated = run("generate", "--target", other, "--seed", "5", "--output", "json");
        assertRun(generated.done().json());
        assertThat(generated.err()).contains("Generating").doesNotContain("Source");
        assertThat(Contents.ofUsers(other)).isEqualTo(Contents.ofUsers(target));

        CommandLineRun verified = run("verify", "--target", other, "--output", "json");
        assertRun(verified.done().json());
        assertThat(verified.json().path("constraints").path("checked").asInt()).isPositive();
        for (CommandLineRun each : List.of(cloned, learned, generated, verified)) {
            assertThat(each.out() + each.err()).doesNotContain(SmallOrders.SECRET);
        }
    }

    @Test
    void planPrintsOneObjectAndWritesNothing() throws SQLException {
        String target = DatabaseCase.H2.empty("planned");
        CommandLineRun planned =
                run("plan", "--source", source, "--target", target, "--scale", "0.5", "--output", "json");
        JsonNode plan = planned.done().json();
        assertThat(plan.fieldNames())
                .toIterable()
                .contains("source", "scale", "k", "tables", "subjects", "rings", "kept", "withheld", "warnings");
        assertThat(table(plan, "customer").path("targetRows").asInt()).isEqualTo(SmallOrders.CUSTOMERS / 2);
        assertThat(table(plan, "line").path("owningLink").asText()).isEqualToIgnoringCase("line_order");
        assertThat(planned.out()).doesNotContain(SmallOrders.SECRET);
        assertThat(Contents.of(target)).isEmpty();
    }

    @Test
    void aStrictPlanWithWarningsEndsWithDrift() throws IOException {
        run("plan", "--source", source, "--strict").done();
        Path file = Files.writeString(folder.resolve("strict.yaml"), "version: 1\ntables: {orders: {mode: empty}}\n");
        run("plan", "--source", source, "--config", file.toString()).done();
        CommandLineRun strict =
                run("plan", "--source", source, "--config", file.toString(), "--strict", "--output", "json");
        assertThat(strict.status()).isEqualTo(4);
        assertThat(strict.json().path("warnings").findValuesAsText("object").toString())
                .containsIgnoringCase("line");
    }

    @Test
    void aReportHoldsWhatWasPrinted() throws IOException {
        Path report = folder.resolve("deep").resolve("report");
        CommandLineRun run = run(
                "clone",
                "--source",
                source,
                "--target",
                DatabaseCase.H2.empty("report"),
                "--report",
                report.toString(),
                "--output",
                "json");
        JsonNode kept = new ObjectMapper().readTree(report.resolve("run.json").toFile());
        assertThat(kept).isEqualTo(run.done().json());
        assertThat(report.resolve("run.txt")).content().containsIgnoringCase("customer");
    }

    @Test
    void rowsDependOnTheSeedAndNotOnTheThreads() throws SQLException {
        Map<String, List<String>> one = cloned("seed_one", "--seed", "11", "--threads", "1");
        assertThat(cloned("seed_four", "--seed", "11", "--threads", "4")).isEqualTo(one);
        Map<String, List<String>> other = cloned("seed_other", "--seed", "12", "--threads", "1");
        for (String table : List.of("customer", "orders", "line")) {
            assertThat(other.get(table)).isNotEqualTo(one.get(table));
        }
        assertThat(other.get("customer")).hasSameSizeAs(one.get("customer"));
    }

    private Map<String, List<String>> cloned(String name, String... more) throws SQLException {
        String target = DatabaseCase.H2.empty(name);
        List<String> words = new ArrayList<>(List.of("--source", source, "--target", target));
        words.addAll(List.of(more));
        run("clone", words.toArray(String[]::new)).done();
        return Contents.ofUsers(target);
    }

    @Test
    void rowsFollowTheScale() throws SQLException {
        assertThat(cloned("tiny", "--scale", "0.001").get("customer")).hasSize(1);
        for (double scale : new double[] {0.1, 0.5, 1, 2.5}) {
            Map<String, List<String>> rows = cloned("scaled", "--scale", Double.toString(scale));
            assertThat(rows.get("customer")).hasSize((int) Math.max(1, Math.round(scale * SmallOrders.CUSTOMERS)));
            assertThat(rows.get("audit_log")).hasSize((int) Math.max(1, Math.round(scale * SmallOrders.AUDITS)));
            assertScaled(rows.get("orders").size(), scale * SmallOrders.ORDERS);
            assertScaled(rows.get("line").size(), scale * SmallOrders.LINES);
            assertThat(rows.get("country")).as("a lookup table does not scale").hasSize(6);
        }
    }

    private static void assertScaled(int rows, double expected) {
        assertThat((double) rows).isCloseTo(expected, within(Math.max(3, 0.01 * expected)));
    }

    @Test
    void modesOfTablesAreKept() throws IOException, SQLException {
        Path file = Files.writeString(folder.resolve("modes.yaml"), """
                version: 1
                scale: 0.5
                seed: 3
                tables:
                  country: {mode: copy}
                  "audit_*": {mode: empty}
                  line: {mode: skip}
                """);
        String target = DatabaseCase.H2.empty("modes");
        JsonNode result = run(
                        "clone",
                        "--source",
                        source,
                        "--target",
                        target,
                        "--config",
                        file.toString(),
                        "--output",
                        "json")
                .done()
                .json();
        Map<String, List<String>> rows = Contents.ofUsers(target);
        assertThat(rows.get("country")).isEqualTo(Contents.of(source).get("country"));
        assertThat(rows.get("audit_log")).isEmpty();
        assertThat(rows.get("line")).isEmpty();
        assertThat(rows.get("customer")).hasSize(SmallOrders.CUSTOMERS / 2);
        assertThat(table(result, "country").path("mode").asText()).isEqualTo("copy");
        assertThat(table(result, "audit_log").path("mode").asText()).isEqualTo("empty");
        assertThat(table(result, "line").path("mode").asText()).isEqualTo("skip");
        assertThat(result.path("seed").asInt()).isEqualTo(3);
        assertThat(table(result, "line").path("sourceRows").isNull()).isTrue();
    }
}
