package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.demo.DemoShop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A clone with gates of a source with 10,000 families: a fifth is not learned from, and no row is lost by that. */
@Tag("acceptance")
class HeldOutCloneTest {
    @TempDir
    Path folder;

    @Test
    void theTargetHasAllRowsThoughAFifthWasHeldOut() throws Exception {
        String source = DatabaseCase.H2.empty("held_out");
        try (Connection connection = DriverManager.getConnection(source)) {
            DemoShop.build(connection, 42);
        }
        String target = DatabaseCase.H2.empty("held_out_target");
        Path file = Files.writeString(folder.resolve("gates.yaml"), """
                version: 1
                gates: {fidelity: 0.8, privacy: no-fail}
                privacy: {subject: [customers]}
                """);
        JsonNode result = CommandLineRun.of(
                        "clone",
                        "--source",
                        source,
                        "--target",
                        target,
                        "--config",
                        file.toString(),
                        "--model",
                        folder.resolve("model.understudy").toString(),
                        "--report",
                        folder.toString(),
                        "--output",
                        "json")
                .done()
                .json();
        Map<String, List<String>> real = Contents.of(source);
        Map<String, List<String>> made = Contents.ofUsers(target);
        assertThat(made.get("customers")).hasSameSizeAs(real.get("customers"));
        for (String table : List.of("addresses", "orders", "order_lines", "payments", "reviews")) {
            double ratio = (double) made.get(table).size() / real.get(table).size();
            assertThat(ratio).as(table).isBetween(0.99, 1.01);
        }
        assertThat(result.path("gates").get(0).path("verdict").asText()).isEqualTo("PASS");
        assertThat(folder.resolve("release-card.md"))
                .content()
                .contains("a fifth of the families was not learned from");
        JsonNode privacy = new ObjectMapper()
                .readTree(folder.resolve("report.json").toFile())
                .path("privacy")
                .get(0);
        assertThat(privacy.path("learned").asInt()).isBetween(7_700, 8_300);
        assertThat(privacy.path("heldOut").asInt()).isBetween(850, 1_150);
        assertThat(privacy.path("reference").asInt()).isBetween(850, 1_150);
    }
}
