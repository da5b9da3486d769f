package dev.understudy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.commandline.CommandLineRun;
import dev.understudy.servers.ScratchFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults that are planted into otherwise fresh rows: each shows in the score that it concerns. */
class PlantedFaultsTest {
    private static String real;

    @TempDir
    Path folder;

    @BeforeAll
    static void makeTheRealRows() throws Exception {
        real = rows("real", 1, Fault.NONE);
    }

    /** What is wrong with the rows. */
    private enum Fault {
        NONE,
        INDEPENDENT_COLUMNS,
        SHUFFLED_LINKS,
        COLLAPSED_CATEGORY
    }

    /** 1,500 people whose pay follows their grade, with visits that cost as much as the grade says. */
    private static String rows(String name, long seed, Fault fault) throws SQLException, IOException {
        String url = "jdbc:h2:file:" + ScratchFolders.create("planted").resolve(name);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE person (id int PRIMARY KEY, grade varchar(1) NOT NULL, pay int NOT NULL,"
                    + " age int NOT NULL)");
            statement.execute("CREATE TABLE visit (id int PRIMARY KEY, person_id int NOT NULL REFERENCES person (id),"
                    + " cost int NOT NULL, ward varchar(1) NOT NULL)");
            Random random = new Random(seed);
            List<String> people = new ArrayList<>();
            List<String> visits = new ArrayList<>();
            for (int id = 1; id <= 1_500; id++) {
                int grade = fault == Fault.COLLAPSED_CATEGORY ? 0 : random.nextInt(6);
                int paid = fault == Fault.INDEPENDENT_COLUMNS ? random.nextInt(6) : grade;
                int age = 25 + 5 * (fault == Fault.INDEPENDENT_COLUMNS ? random.nextInt(6) : grade) + random.nextInt(5);
                people.add(
                        "(%d, '%c', %d, %d)".formatted(id, 'A' + grade, 1_000 * (paid + 1) + random.nextInt(500), age));
                for (int n = random.nextInt(4); n > 0; n--) {
                    int level = fault == Fault.SHUFFLED_LINKS ? random.nextInt(6) : grade;
                    visits.add("(%d, %d, %d, '%c')"
                            .formatted(visits.size() + 1, id, 10 * level + random.nextInt(10), 'A' + level));
                }
            }
            statement.execute("INSERT INTO person VALUES " + String.join(", ", people));
            statement.execute("INSERT INTO visit VALUES " + String.join(", ", visits));
        }
        return url;
    }

    private JsonNode judged(Fault fault) throws SQLException, IOException {
        String url = rows("made", 2, fault);
        CommandLineRun.of("report", "--real", real, "--synthetic", url, "--report", folder.toString())
                .done();
        return new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    }

    private static JsonNode table(JsonNode report, String name) {
        for (JsonNode table : report.path("tables")) {
            if (table.path("name").asText().equals("PUBLIC." + name)) {
                return table;
            }
        }
        throw new AssertionError("No table " + name);
    }

    private static double score(JsonNode table, String which) {
        return table.path("scores").path(which).asDouble();
    }

    @Test
    void freshRowsAreAsGoodAsTheirFloor() throws Exception {
        JsonNode report = judged(Fault.NONE);
        for (String name : List.of("PERSON", "VISIT")) {
            JsonNode table = table(report, name);
            assertThat(score(table, "shapes")).isGreaterThan(0.95);
            assertThat(score(table, "pairs"))
                    .isGreaterThan(table.path("floor").path("pairs").asDouble() - 0.02);
            assertThat(score(table, "detection")).isBetween(0.42, 0.58);
        }
        assertThat(score(table(report, "VISIT"), "oneHop")).isGreaterThan(0.85);
        assertThat(report.path("utility").asDouble()).isGreaterThan(0.9);
        assertThat(report.path("notices").findValuesAsText("id")).doesNotContain("low-coverage", "group-drift");
    }

    @Test
    void independentColumnsShowInPairsAndDetection() throws Exception {
        JsonNode person = table(judged(Fault.INDEPENDENT_COLUMNS), "PERSON");
        assertThat(score(person, "shapes")).isGreaterThan(0.95);
        assertThat(score(person, "pairs")).isLessThan(0.6);
        assertThat(score(person, "detection")).isGreaterThan(0.8);
        assertThat(person.path("telling").get(0).path("share").asDouble()).isPositive();
    }

    @Test
    void shuffledLinksShowInTrendsOverThem() throws Exception {
        JsonNode report = judged(Fault.SHUFFLED_LINKS);
        JsonNode visit = table(report, "VISIT");
        assertThat(score(visit, "pairs")).isGreaterThan(0.9);
        assertThat(score(visit, "cardinality")).isGreaterThan(0.95);
        assertThat(score(visit, "oneHop")).isLessThan(0.6);
        assertThat(score(table(report, "PERSON"), "aggregated")).isGreaterThan(0.75);
    }

    @Test
    void aCollapsedCategoryIsWarnedOf() throws Exception {
        JsonNode report = judged(Fault.COLLAPSED_CATEGORY);
        assertThat(report.path("notices").findValuesAsText("id")).contains("low-coverage", "group-drift");
        JsonNode grade = null;
        for (JsonNode column : table(report, "PERSON").path("columns")) {
            grade = column.path("name").asText().equals("GRADE") ? column : grade;
        }
        assertThat(grade.path("scores").path("coverage").asDouble()).isLessThan(0.25);
    }
}
