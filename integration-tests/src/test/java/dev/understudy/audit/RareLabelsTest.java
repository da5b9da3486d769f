package dev.understudy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.commandline.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels of a lookup table that too few families refer to must not reach the synthetic data. */
class RareLabelsTest {
    private static final String RARE = "Quackenbush syndrome";

    @TempDir
    Path folder;

    /** 400 patients with one of nine diagnoses, of which three have the last one. */
    private String hospital(String name, long seed) throws SQLException {
        String url = "jdbc:h2:file:" + folder.resolve(name);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE diagnosis (id int PRIMARY KEY, label varchar(40) NOT NULL)");
            statement.execute("CREATE TABLE patient (id int PRIMARY KEY, age int NOT NULL, weight int NOT NULL,"
                    + " diagnosis_id int NOT NULL REFERENCES diagnosis (id))");
            for (int id = 1; id <= 9; id++) {
                statement.execute("INSERT INTO diagnosis VALUES (%d, '%s')"
                        .formatted(id, id == 9 ? RARE : "Common ailment " + "ABCDEFGH".charAt(id - 1)));
            }
            Random random = new Random(seed);
            List<String> patients = new ArrayList<>();
            for (int id = 1; id <= 400; id++) {
                int diagnosis = id <= 3 ? 9 : 1 + random.nextInt(8);
                patients.add(
                        "(%d, %d, %d, %d)".formatted(id, 20 + random.nextInt(60), 50 + random.nextInt(60), diagnosis));
            }
            statement.execute("INSERT INTO patient VALUES " + String.join(", ", patients));
        }
        return url;
    }

    private List<JsonNode> labels(String real, String made, String configuration) throws IOException {
        Path file = Files.writeString(folder.resolve("report.yaml"), "version: 1\n" + configuration);
        CommandLineRun.of(
                "report",
                "--real",
                real,
                "--synthetic",
                made,
                "--config",
                file.toString(),
                "--report",
                folder.toString());
        List<JsonNode> labels = new ArrayList<>();
        JsonNode report =
                new ObjectMapper().readTree(folder.resolve("report.json").toFile());
        for (JsonNode result : report.path("privacy")) {
            for (JsonNode test : result.path("tests")) {
                if (test.path("name").asText().startsWith("labels of")) {
                    assertThat(result.path("verdict").asText())
                            .isEqualTo(test.path("verdict").asText());
                    labels.add(test);
                }
            }
        }
        assertThat(folder.resolve("report.html")).content().doesNotContain(RARE);
        return labels;
    }

    @Test
    void aLabelThatThreeFamiliesReferToIsFound() throws Exception {
        String real = hospital("real", 1);
        List<JsonNode> copied = labels(real, hospital("other", 2), "");
        assertThat(copied).hasSize(1);
        assertThat(copied.get(0).path("name").asText()).isEqualTo("labels of DIAGNOSIS.LABEL");
        assertThat(copied.get(0).path("verdict").asText()).isEqualTo("FAIL");
        assertThat(copied.get(0).path("value").asInt()).isEqualTo(1);
        assertThat(labels(real, "jdbc:h2:file:" + folder.resolve("other"), "tables: {diagnosis: {mode: copy}}\n"))
                .as("rows that the operator copies")
                .isEmpty();
    }

    @Test
    void ourOwnCloneHasNone() throws Exception {
        String real = hospital("real", 1);
        String made = "jdbc:h2:file:" + folder.resolve("clone");
        CommandLineRun.of(
                        "clone",
                        "--source",
                        real,
                        "--target",
                        made,
                        "--model",
                        folder.resolve("m").toString())
                .done();
        List<JsonNode> labels = labels(real, made, "");
        assertThat(labels).hasSize(1);
        assertThat(labels.get(0).path("verdict").asText()).isEqualTo("PASS");
    }
}
