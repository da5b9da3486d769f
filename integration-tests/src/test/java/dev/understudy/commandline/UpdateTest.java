package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.TableModel;
import dev.understudy.model.file.ModelFile;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code learn --update}: only what changed is learned again, and the rest of the model stays as it was. */
class UpdateTest {
    @TempDir
    Path folder;

    /** A club with members, and two tables that nothing connects with them. */
    private static String source() throws SQLException {
        String url = DatabaseCase.H2.empty("update");
        Random random = new Random(3);
        List<String> clubs = new ArrayList<>();
        List<String> members = new ArrayList<>();
        List<String> rains = new ArrayList<>();
        for (int id = 1; id <= 400; id++) {
            clubs.add("(%d, %d)".formatted(id, random.nextInt(50)));
            members.add("(%d, %d, %d)".formatted(id, 1 + random.nextInt(400), random.nextInt(90)));
            rains.add("(%d, %d, %d)".formatted(id, random.nextInt(30), random.nextInt(30)));
        }
        Contents.execute(
                url,
                "CREATE TABLE club (id int PRIMARY KEY, fee int NOT NULL)",
                "CREATE TABLE member (id int PRIMARY KEY, club_id int NOT NULL REFERENCES club (id), age int NOT NULL)",
                "CREATE TABLE rain (id int PRIMARY KEY, amount int NOT NULL, hours int NOT NULL)",
                "CREATE TABLE wind (id int PRIMARY KEY, amount int NOT NULL, hours int NOT NULL)",
                "INSERT INTO club VALUES " + String.join(", ", clubs),
                "INSERT INTO member VALUES " + String.join(", ", members),
                "INSERT INTO rain VALUES " + String.join(", ", rains),
                "INSERT INTO wind VALUES " + String.join(", ", rains));
        return url;
    }

    private JsonNode learn(String source, String... more) {
        List<String> words = new ArrayList<>(List.of("learn", "--source", source, "--output", "json"));
        words.addAll(List.of(more));
        return CommandLineRun.of(words.toArray(String[]::new)).done().json();
    }

    /** Digest of what a model knows of one table. */
    private static String table(DatabaseModel model, String name) {
        TableModel table = model.table(new TableName("PUBLIC", name)).orElseThrow();
        return ModelFile.digest(new DatabaseModel(
                model.format(),
                new Schema(Vendor.H2, "", "", List.of(), List.of(), List.of(), List.of()),
                List.of(table),
                List.of()));
    }

    @Test
    void onlyWhatChangedIsLearnedAgain() throws Exception {
        String source = source();
        Path file = folder.resolve("model.understudy");
        learn(source, "--model", file.toString());
        byte[] first = Files.readAllBytes(file);
        DatabaseModel before = ModelFile.read(file);

        JsonNode none = learn(source, "--update", file.toString());
        assertThat(none.path("tables")).isEmpty();
        assertThat(Files.readAllBytes(file))
                .as("a model of a source that did not change")
                .isEqualTo(first);

        Contents.execute(source, "UPDATE rain SET amount = amount + 40 WHERE id <= 200");
        Path other = folder.resolve("other.understudy");
        JsonNode rain = learn(source, "--update", file.toString(), "--model", other.toString());
        assertThat(rain.path("tables").findValuesAsText("name")).containsExactly("PUBLIC.RAIN");
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        DatabaseModel after = ModelFile.read(other);
        for (String name : List.of("CLUB", "MEMBER", "WIND")) {
            assertThat(table(after, name)).as(name).isEqualTo(table(before, name));
        }
        assertThat(table(after, "RAIN")).isNotEqualTo(table(before, "RAIN"));
        CommandLineRun.of("diff", "--source", source, "--model", other.toString())
                .done();

        Contents.execute(source, "ALTER TABLE member ADD COLUMN title varchar(10)", "DROP TABLE wind");
        JsonNode members = learn(source, "--update", other.toString());
        assertThat(members.path("tables").findValuesAsText("name")).containsExactly("PUBLIC.CLUB", "PUBLIC.MEMBER");
        DatabaseModel last = ModelFile.read(other);
        assertThat(table(last, "RAIN")).isEqualTo(table(after, "RAIN"));
        assertThat(last.table(new TableName("PUBLIC", "WIND"))).isEmpty();
        String target = DatabaseCase.H2.empty("updated");
        CommandLineRun.of("generate", "--model", other.toString(), "--target", target)
                .done();
        assertThat(Contents.ofUsers(target).get("rain")).hasSize(400);
        assertThat(Contents.ofUsers(target).get("member")).hasSize(400);
    }

    @Test
    void anUpdateIsWhatLearningAllWouldBe() throws Exception {
        String source = source();
        Path file = folder.resolve("model.understudy");
        learn(source, "--model", file.toString());
        Contents.execute(source, "UPDATE rain SET amount = amount + 40 WHERE id <= 200");
        learn(source, "--update", file.toString());
        Path whole = folder.resolve("whole.understudy");
        learn(source, "--model", whole.toString());
        assertThat(Files.readAllBytes(file)).isEqualTo(Files.readAllBytes(whole));
    }
}
