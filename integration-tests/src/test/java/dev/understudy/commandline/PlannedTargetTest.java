package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code plan} with a target says what becomes of it, and changes nothing. */
class PlannedTargetTest {
    @TempDir
    Path folder;

    private static CommandLineRun plan(DatabaseCase vendor, String target, String output) {
        return CommandLineRun.of("plan", "--source", vendor.source(), "--target", target, "--output", output)
                .done();
    }

    /** @param exchanged true if tables are exchanged @param paused what is out of the way where empty tables are filled */
    @ParameterizedTest
    @CsvSource({"POSTGRESQL, true, 2", "MARIADB, true, 0", "H2, false, 2"})
    void itSaysWhatIsMadeReplacedAndPaused(DatabaseCase vendor, boolean exchanged, int paused) throws Exception {
        String target = vendor.empty("planned");
        JsonNode fresh = plan(vendor, target, "json").json();
        assertThat(fresh.path("target").path("situation").asText()).isEqualTo("fresh");
        assertThat(fresh.path("target").path("tablesAreMade").asBoolean()).isTrue();
        assertThat(fresh.path("estimate").path("seconds").asLong()).isBetween(1L, 60L);
        assertThat(fresh.path("estimate").path("diskBytes").asLong()).isBetween(100_000L, 10_000_000L);
        assertThat(Contents.of(target)).as("looking changes nothing").isEmpty();

        CommandLineRun.of(
                        "clone",
                        "--source",
                        vendor.source(),
                        "--target",
                        target,
                        "--model",
                        folder.resolve("m").toString())
                .done();
        Map<String, List<String>> before = Contents.ofUsers(target);
        JsonNode replaced = plan(vendor, target, "json").json().path("target");
        assertThat(replaced.path("situation").asText()).isEqualTo("replaced");
        assertThat(replaced.path("exchanged").asBoolean()).isEqualTo(exchanged);
        assertThat(replaced.path("rowsTakenAway").toString().toLowerCase(java.util.Locale.ROOT))
                .contains("customer\":300", "orders\":900");
        assertThat(plan(vendor, target, "text").out())
                .contains("What becomes of the target", "rows are replaced", "Estimated");
        assertThat(Contents.ofUsers(target)).isEqualTo(before);

        for (String table : List.of("line", "orders", "customer", "country", "audit_log")) {
            Contents.execute(target, "DELETE FROM " + table);
        }
        JsonNode empty = plan(vendor, target, "json").json().path("target");
        assertThat(empty.path("situation").asText()).isEqualTo("empty");
        assertThat(empty.path("rowsTakenAway")).isEmpty();
        assertThat(empty.path("paused")).hasSizeGreaterThanOrEqualTo(paused);
    }
}
