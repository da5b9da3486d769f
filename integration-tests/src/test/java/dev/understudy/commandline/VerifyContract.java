package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Learning and generating apart from each other, and finding what others broke since. */
abstract class VerifyContract {
    @TempDir
    Path folder;

    private final DatabaseCase vendor;

    VerifyContract(DatabaseCase vendor) {
        this.vendor = vendor;
    }

    /** Makes the database unreachable. */
    abstract void drop(String url) throws SQLException;

    /** What has to stand before and after a row that breaks a link. */
    abstract List<String> withoutLinks(String statement);

    @Test
    void aModelNeedsItsSourceNoMore() throws SQLException {
        String model = folder.resolve("model.understudy").toString();
        String source = vendor.freshSource("gone");
        String cloned = vendor.empty("gone_cloned");
        CommandLineRun.of("clone", "--source", source, "--target", cloned, "--model", model + ".clone", "--seed", "9")
                .done();
        CommandLineRun.of("learn", "--source", source, "--model", model).done();
        drop(source);
        String generated = vendor.empty("gone_generated");
        CommandLineRun.of("generate", "--target", generated, "--model", model, "--seed", "9")
                .done();
        assertThat(Contents.ofUsers(generated)).isEqualTo(Contents.ofUsers(cloned));

        CommandLineRun.of("verify", "--target", generated, "--model", model).done();
        breakConstraints(generated);
        Map<String, List<String>> before = Contents.of(generated);
        // What the target no longer declares is told by the model.
        CommandLineRun run = CommandLineRun.of("verify", "--target", generated, "--model", model, "--output", "json");
        assertThat(run.status()).as(run.err() + run.out()).isEqualTo(5);
        assertThat(run.json().path("status").asText()).isEqualTo("violated");
        List<String> broken = new ArrayList<>();
        for (JsonNode violation : run.json().path("constraints").path("violations")) {
            String object = violation.path("object").asText().toLowerCase(java.util.Locale.ROOT);
            broken.add(violation.path("kind").asText() + " " + object.replaceFirst("^[^.]*\\.(?=.*\\.)", "") + " "
                    + violation.path("rows").asInt());
        }
        assertThat(broken).contains("link line.line_order 1", "null audit_log.happening 2");
        assertThat(broken).anyMatch(one -> one.startsWith("key audit_log."));
        assertThat(broken).anyMatch(one -> one.startsWith("check orders.orders_total"));
        assertThat(Contents.of(generated)).isEqualTo(before);

        CommandLineRun text = CommandLineRun.of("verify", "--target", generated, "--model", model);
        assertThat(text.status()).isEqualTo(5);
        assertThat(text.out()).contains("Broken constraints", "BROKEN").containsIgnoringCase("line_order");
    }

    private void breakConstraints(String target) throws SQLException {
        Contents.execute(target, "DROP TABLE audit_log");
        Contents.execute(target, "CREATE TABLE audit_log (id int NOT NULL, happening varchar(80))");
        Contents.execute(target, "INSERT INTO audit_log VALUES (1, NULL), (1, NULL)");
        Contents.execute(target, dropCheck().toArray(String[]::new));
        Contents.execute(target, "UPDATE orders SET total = -1");
        Contents.execute(
                target,
                withoutLinks("INSERT INTO line VALUES (987654, 1, 1, NULL)").toArray(String[]::new));
    }

    List<String> dropCheck() {
        return List.of("ALTER TABLE orders DROP CONSTRAINT orders_total");
    }
}
