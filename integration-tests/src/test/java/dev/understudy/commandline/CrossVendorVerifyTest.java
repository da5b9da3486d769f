package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Constraints of a source of another vendor are asked for in the target, also those that it does not declare any more. */
class CrossVendorVerifyTest {
    @TempDir
    Path folder;

    @Test
    void checksAndKeysAreAskedForThoughNobodyDeclaresThem() throws Exception {
        String source = DatabaseCase.H2.empty("across");
        Contents.execute(
                source,
                "CREATE TABLE coupon (id INT PRIMARY KEY, percent INT NOT NULL, code VARCHAR(20) NOT NULL UNIQUE,"
                        + " CONSTRAINT coupon_percent CHECK (percent BETWEEN 1 AND 90))",
                "INSERT INTO coupon SELECT x, 1 + mod(x, 90), 'C' || x FROM system_range(1, 120)");
        String target = DatabaseCase.POSTGRESQL.empty("across_copy");
        String model = folder.resolve("across.understudy").toString();
        CommandLineRun.of("clone", "--source", source, "--target", target, "--model", model)
                .done();
        CommandLineRun.of("verify", "--target", target, "--model", model).done();

        String table = "\"COUPON\"";
        Contents.execute(
                target,
                "ALTER TABLE " + table + " DROP CONSTRAINT \"COUPON_PERCENT\"",
                "UPDATE " + table + " SET \"PERCENT\" = 95 WHERE \"ID\" <= 3");
        CommandLineRun run = CommandLineRun.of("verify", "--target", target, "--model", model, "--output", "json");

        assertThat(run.status()).as(run.err() + run.out()).isEqualTo(5);
        List<String> broken = new ArrayList<>();
        for (JsonNode violation : run.json().path("constraints").path("violations")) {
            broken.add((violation.path("kind").asText() + " "
                            + violation.path("object").asText().replaceFirst("^[^.]*\\.", "") + " "
                            + violation.path("rows").asInt())
                    .toLowerCase(Locale.ROOT));
        }
        assertThat(broken).containsExactly("check coupon.coupon_percent 3");
    }
}
