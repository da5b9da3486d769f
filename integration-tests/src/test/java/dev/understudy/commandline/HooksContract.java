package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements of the operator's, before and after the load. */
abstract class HooksContract {
    @TempDir
    Path folder;

    private final DatabaseCase vendor;

    HooksContract(DatabaseCase vendor) {
        this.vendor = vendor;
    }

    private CommandLineRun clone(String target, String hooks) throws IOException {
        Path file = Files.writeString(folder.resolve("hooks.yaml"), "version: 1\nhooks:\n" + hooks);
        return CommandLineRun.of(
                "clone",
                "--source",
                vendor.source(),
                "--target",
                target,
                "--config",
                file.toString(),
                "--model",
                folder.resolve("m").toString(),
                "--output",
                "json");
    }

    @Test
    void hooksRunBeforeAndAfterTheLoad() throws Exception {
        String target = vendor.empty("hooked");
        JsonNode result = clone(target, """
                        - {at: after, sql: ["INSERT INTO hook_log SELECT 2, count(*) FROM customer"]}
                        - {at: before, sql: ["CREATE TABLE hook_log (stage int, found int)", "INSERT INTO hook_log VALUES (1, 0)"]}
                        """).done().json();
        assertThat(Contents.of(target).get("hook_log"))
                .hasSize(2)
                .anyMatch(row -> row.contains("" + SmallOrders.CUSTOMERS));
        assertThat(result.path("warnings").findValuesAsText("id")).doesNotContain("hook-failed");
        JsonNode again = clone(
                        target, "- {at: before, sql: [\"CREATE TABLE hook_log (stage int)\"], on-failure: warn}\n")
                .done()
                .json();
        assertThat(again.path("warnings").findValuesAsText("id")).contains("hook-failed");
    }

    @Test
    void aHookThatFailsEndsTheRun() throws Exception {
        String target = vendor.empty("hook_fails");
        clone(target, "- {at: before, sql: [\"DELETE FROM no_such_table\"]}\n")
                .refused(1, "Statement 1 of hook 1", "Nothing was written");
        assertThat(Contents.of(target)).isEmpty();
        clone(target, "- {at: after, sql: [\"DELETE FROM no_such_table\"]}\n")
                .refused(1, "Statement 1 of hook 1", "The target is filled");
        assertThat(Contents.ofUsers(target).get("customer")).hasSize(SmallOrders.CUSTOMERS);
        clone(target, "- {at: durng, sql: [\"SELECT 1\"]}\n").refused(2, "hooks[1].at: durng is not known");
        clone(target, "- {at: after}\n").refused(2, "hooks[1] needs at, and sql");
    }
}
