package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that only the configuration knows, within rows and across links: shown with evidence, kept by every new row, verified. */
abstract class ConfiguredRulesContract {
    @TempDir
    Path folder;

    private final DatabaseCase vendor;

    ConfiguredRulesContract(DatabaseCase vendor) {
        this.vendor = vendor;
    }

    private String configuration() throws IOException {
        return Files.writeString(folder.resolve("warehouse.yaml"), "version: 1\n" + Warehouse.RULES)
                .toString();
    }

    @Test
    void newRowsKeepWhatTheSourceBreaks() throws Exception {
        String source = vendor.empty("warehouse");
        Warehouse.make(source);
        Warehouse.fill(source);
        String target = vendor.empty("warehouse_copy");
        String model = folder.resolve("warehouse.understudy").toString();

        JsonNode plan = CommandLineRun.of("plan", "--source", source, "--config", configuration(), "--output", "json")
                .done()
                .json();
        assertThat(plan.path("configuredRules")).hasSize(Warehouse.BROKEN.size());
        for (int rule = 0; rule < Warehouse.BROKEN.size(); rule++) {
            long broken = Forum.number(source, Warehouse.BROKEN.get(rule));
            assertThat(plan.path("configuredRules").get(rule).path("broken").asLong())
                    .as(Warehouse.BROKEN.get(rule))
                    .isEqualTo(broken)
                    .isPositive();
        }
        assertThat(plan.path("warnings").findValuesAsText("id")).contains("rule-broken");

        CommandLineRun.of(
                        "clone", "--source", source, "--target", target, "--config", configuration(), "--model", model)
                .done();
        hold(target);
        assertThat(Forum.number(target, "SELECT count(*) FROM order_line"))
                .isBetween(
                        Forum.number(source, "SELECT count(*) FROM order_line") * 95 / 100,
                        Forum.number(source, "SELECT count(*) FROM order_line") * 105 / 100);
        // Mending does not make all rows alike.
        assertThat(Forum.number(target, "SELECT count(*) FROM orders WHERE shipped_on > ordered_on"))
                .isGreaterThan(Forum.number(source, "SELECT count(*) FROM orders") / 2);
        assertThat(Forum.number(target, "SELECT count(*) FROM order_line WHERE state = 'open'"))
                .isPositive();
        brokenRulesAreFound(target, model);
    }

    private void brokenRulesAreFound(String target, String model) throws Exception {
        CommandLineRun.of("verify", "--target", target, "--model", model).done();
        CommandLineRun.of("verify", "--target", target, "--config", configuration())
                .done();
        Contents.execute(
                target,
                "UPDATE orders SET total = total + 1 WHERE id IN (SELECT id FROM (SELECT min(order_id) AS id"
                        + " FROM order_line) t)",
                "UPDATE product SET list_price = 0.01 WHERE id IN (SELECT id FROM (SELECT min(product_id) AS id"
                        + " FROM order_line) t)");
        for (List<String> how : List.of(List.of("--model", model), List.of("--config", configuration()))) {
            List<String> words = new ArrayList<>(List.of("verify", "--target", target, "--output", "json"));
            words.addAll(how);
            CommandLineRun run = CommandLineRun.of(words.toArray(String[]::new));
            assertThat(run.status()).as(run.err() + run.out()).isEqualTo(5);
            List<String> broken = new ArrayList<>();
            run.json()
                    .path("constraints")
                    .path("violations")
                    .forEach(one -> broken.add(
                            one.path("kind").asText() + " " + one.path("object").asText()));
            assertThat(broken)
                    .containsExactlyInAnyOrder(
                            "rule order_line.price <= product.list_price",
                            "rule orders.total = sum(order_line.quantity * order_line.price)");
        }
        // The target knows none of them.
        CommandLineRun.of("verify", "--target", target).done();
    }

    @Test
    void tablesWithoutRowsAreFilledByThem() throws Exception {
        String source = vendor.empty("warehouse_empty");
        Warehouse.make(source);
        String target = vendor.empty("warehouse_filled");

        CommandLineRun run = CommandLineRun.of(
                        "clone",
                        "--source",
                        source,
                        "--target",
                        target,
                        "--config",
                        configuration(),
                        "--rows-per-empty-table",
                        "80",
                        "--model",
                        folder.resolve("filled.understudy").toString(),
                        "--output",
                        "json")
                .done();

        // What is not learned cannot be added up, and the plan says so.
        assertThat(run.json().path("warnings").findValuesAsText("id")).contains("rule-not-kept");
        assertThat(Forum.number(target, "SELECT count(*) FROM order_line")).isEqualTo(80);
        for (String broken : Warehouse.BROKEN.subList(0, 5)) {
            assertThat(Forum.number(target, broken)).as(broken).isZero();
        }
    }

    private static void hold(String target) throws SQLException {
        for (String broken : Warehouse.BROKEN) {
            assertThat(Forum.number(target, broken)).as(broken).isZero();
        }
    }
}
