package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no constraint says and all rows keep: shown by a plan with evidence, proposed by {@code init}, true of a clone. */
abstract class FoundContract {
    @TempDir
    Path folder;

    private final DatabaseCase vendor;

    FoundContract(DatabaseCase vendor) {
        this.vendor = vendor;
    }

    private static Map<String, JsonNode> found(String source) {
        Map<String, JsonNode> found = new LinkedHashMap<>();
        CommandLineRun.of("plan", "--source", source, "--output", "json")
                .done()
                .json()
                .path("found")
                .forEach(one -> found.put(one.path("text").asText().toLowerCase(Locale.ROOT), one));
        return found;
    }

    @Test
    void whatAPlanCallsKeptIsKept() throws Exception {
        String source = vendor.empty("unsaid");
        Unsaid.make(source);
        Map<String, JsonNode> found = found(source);
        assertThat(found.keySet()).containsAll(Unsaid.KEPT.keySet()).contains(Unsaid.NEARLY, "item.city -> item.land");
        long items = Forum.number(source, "SELECT count(*) FROM item");
        assertThat(found.get(Unsaid.NEARLY).path("rows").asLong()).isEqualTo(items);
        assertThat(found.get(Unsaid.NEARLY).path("violations").asLong())
                .isEqualTo(Forum.number(source, "SELECT count(*) FROM item WHERE packed_on < picked_on"))
                .isPositive();
        assertThat(found.get(Unsaid.NEARLY).path("kept").asBoolean()).isFalse();
        assertThat(found.get("item.city -> item.land").path("kept").asBoolean()).isFalse();
        assertThat(found.keySet())
                .as("what follows from others, or is nonsense")
                .noneMatch(text -> text.contains(".id") || text.contains("_id"))
                .doesNotContain(
                        "bill.shipped_on >= customer.joined_on", "bill.gross >= bill.net", "bill.gross >= bill.tax");

        String target = vendor.empty("unsaid_copy");
        CommandLineRun.of("clone", "--source", source, "--target", target, "--model", model("plain"))
                .done();
        for (Map.Entry<String, String> rule : Unsaid.KEPT.entrySet()) {
            assertThat(found.get(rule.getKey()).path("violations").asLong()).isZero();
            // Not promised, since learning follows one of several sums at most; here there is but one.
            boolean arithmetic = rule.getKey().contains(" + ") || rule.getKey().contains(" * ");
            if (arithmetic || found.get(rule.getKey()).path("kept").asBoolean()) {
                assertThat(Forum.number(target, rule.getValue()))
                        .as(rule.getKey())
                        .isZero();
            }
        }
    }

    @Test
    void proposedRulesAreAcceptedAndConfirmed() throws Exception {
        String source = vendor.empty("unsaid_rules");
        Unsaid.make(source);
        Path file = folder.resolve("found.yaml");
        CommandLineRun.of("init", "--source", source, "--config", file.toString())
                .done();
        List<String> written = Files.readAllLines(file);
        assertThat(CommandLineRun.of("plan", "--source", source, "--config", file.toString(), "--output", "json")
                        .done()
                        .json()
                        .path("configuredRules"))
                .as("nothing is applied by itself")
                .isEmpty();
        int start = written.indexOf("# rules:");
        assertThat(start).isPositive();
        List<String> taken = new ArrayList<>(written);
        int rules = 0;
        for (int line = start; line < taken.size() && taken.get(line).startsWith("# "); line++) {
            boolean rule = taken.get(line).startsWith("#   - ");
            taken.set(line, rule || line == start ? taken.get(line).substring(2) : taken.get(line));
            rules += rule ? 1 : 0;
        }
        Files.write(file, taken);

        JsonNode plan = CommandLineRun.of("plan", "--source", source, "--config", file.toString(), "--output", "json")
                .done()
                .json();
        assertThat(rules).isGreaterThanOrEqualTo(Unsaid.KEPT.size());
        assertThat(plan.path("configuredRules")).hasSize(rules);
        plan.path("configuredRules")
                .forEach(one -> assertThat(one.path("broken").asLong())
                        .as(one.path("rule").asText())
                        .isZero());
        assertThat(plan.path("found"))
                .as("what is declared by now")
                .noneMatch(
                        one -> Unsaid.KEPT.containsKey(one.path("text").asText().toLowerCase(Locale.ROOT)));

        String target = vendor.empty("unsaid_ruled");
        CommandLineRun.of(
                        "clone",
                        "--source",
                        source,
                        "--target",
                        target,
                        "--config",
                        file.toString(),
                        "--model",
                        model("ruled"))
                .done();
        CommandLineRun.of("verify", "--target", target, "--config", file.toString())
                .done();
        for (Map.Entry<String, String> rule : Unsaid.KEPT.entrySet()) {
            assertThat(Forum.number(target, rule.getValue())).as(rule.getKey()).isZero();
        }
    }

    private String model(String name) {
        return folder.resolve(name + ".understudy").toString();
    }
}
