package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code inspect} shows of a source, and what {@code init} writes for one. */
class InspectTest {
    /** One line of an entity-relationship diagram, as Mermaid's grammar has it. */
    private static final Pattern DIAGRAM = Pattern.compile("erDiagram"
            + "|  [A-Za-z]\\w*(\\[\"[^\"]*\"\\])?( \\{)?"
            + "|    [a-z_]+ [A-Za-z]\\w* (PK|FK|UK)(, (PK|FK|UK))*"
            + "|  }"
            + "|  [A-Za-z]\\w* (\\|\\||\\|o)(--|\\.\\.)(o\\{|o\\|) [A-Za-z]\\w* : \"[^\"]*\"");

    @TempDir
    Path folder;

    private String source;

    @BeforeEach
    void forum() throws Exception {
        source = DatabaseCase.H2.empty("inspected");
        Contents.execute(
                source,
                "CREATE TABLE company (id INT PRIMARY KEY, title VARCHAR(40) NOT NULL)",
                "CREATE TABLE member (id INT PRIMARY KEY, email VARCHAR(60) NOT NULL UNIQUE, company_id INT,"
                        + " invited_by INT, CONSTRAINT invited FOREIGN KEY (invited_by) REFERENCES member (id))",
                "CREATE TABLE \"order line\" (id INT PRIMARY KEY, member_id INT NOT NULL, quantity INT NOT NULL,"
                        + " \"status\" INT NOT NULL)",
                "CREATE TABLE remark (id INT PRIMARY KEY, subject_type VARCHAR(20) NOT NULL, subject_id INT NOT NULL)",
                "INSERT INTO company SELECT x, 'Company ' || x FROM system_range(1, 40)",
                "INSERT INTO member SELECT x, 'someone' || x || '@example.org', 1 + mod(x, 40), NULL"
                        + " FROM system_range(1, 200)",
                // Quantities and states are included in every key, and are none.
                "INSERT INTO \"order line\" SELECT x, 1 + mod(x * 7, 200), 1 + mod(x, 9), 1 + mod(x, 3)"
                        + " FROM system_range(1, 500)",
                "INSERT INTO remark SELECT x, CASE WHEN mod(x, 3) = 0 THEN 'company' ELSE 'Member' END, 1 + mod(x, 40)"
                        + " FROM system_range(1, 300)");
    }

    private static List<String> pairs(JsonNode proposals) {
        List<String> pairs = new ArrayList<>();
        proposals.forEach(one -> pairs.add(
                (one.path("from").asText() + "." + one.path("columns").get(0).asText() + " "
                                + one.path("to").asText())
                        .toLowerCase(Locale.ROOT)
                        .replace("public.", "")));
        return pairs;
    }

    @Test
    void aDatabaseWithoutTablesIsShownAsSuch() throws Exception {
        for (DatabaseCase vendor : List.of(DatabaseCase.POSTGRESQL, DatabaseCase.MARIADB, DatabaseCase.H2)) {
            String empty = vendor.empty("inspected_bare");

            assertThat(CommandLineRun.of("inspect", "--source", empty).done().out())
                    .contains("holds no tables");
            assertThat(CommandLineRun.of("inspect", "--source", empty, "--output", "json")
                            .done()
                            .json()
                            .path("tables"))
                    .isEmpty();
            assertThat(CommandLineRun.of("inspect", "--source", empty, "--format", "mermaid")
                            .done()
                            .out()
                            .strip())
                    .isEqualTo("erDiagram");
        }
    }

    @Test
    void linksAreProposedWithTheirEvidenceAndChanceIsNot() {
        JsonNode json = CommandLineRun.of("inspect", "--source", source, "--format", "json")
                .done()
                .json();

        assertThat(pairs(json.path("proposedLinks")))
                .containsExactlyInAnyOrder("member.company_id company", "order line.member_id member");
        JsonNode first = json.path("proposedLinks").get(0);
        assertThat(first.path("declaredBy").asText()).isEqualTo("nobody");
        assertThat(first.path("score").asDouble()).isBetween(0.9, 1.0);
        assertThat(first.path("valuesCompared").asInt())
                .isEqualTo(first.path("valuesFound").asInt())
                .isPositive();
        JsonNode typed = json.path("proposedPolymorphicLinks");
        assertThat(typed).hasSize(1);
        assertThat(pairs(typed.get(0).path("to")))
                .containsExactlyInAnyOrder("remark.subject_id company", "remark.subject_id member");
        assertThat(pairs(json.path("links"))).containsExactly("member.invited_by member");
        assertThat(json.path("tables")).hasSize(4);
    }

    @Test
    void aTableForPeopleNamesEverything() {
        CommandLineRun run = CommandLineRun.of("inspect", "--source", source).done();

        assertThat(run.out())
                .contains(
                        "Tables, parents before children", "Links that nobody declares", "all 40 of 40 values are keys")
                .containsIgnoringCase("order line.member_id -> member.id")
                .containsIgnoringCase("email")
                .doesNotContain("someone1@example.org");
    }

    @Test
    void aDiagramIsOneThatMermaidReads() {
        CommandLineRun run = CommandLineRun.of("inspect", "--source", source, "--format", "mermaid")
                .done();

        assertThat(run.out().lines()).allMatch(line -> DIAGRAM.matcher(line).matches());
        assertThat(run.out())
                .startsWith("erDiagram")
                .contains("order_line[\"order line\"] {", "MEMBER |o--o{ MEMBER : \"INVITED_BY\"", "\"proposed: ");
    }

    @Test
    void aLinkThatIsConfiguredIsNotProposed() throws Exception {
        Path file = Files.writeString(
                folder.resolve("links.yaml"), "version: 1\nlinks:\n  - {from: member.company_id, to: company.id}\n");

        JsonNode json = CommandLineRun.of(
                        "inspect", "--source", source, "--config", file.toString(), "--output", "json")
                .done()
                .json();

        assertThat(pairs(json.path("proposedLinks"))).containsExactly("order line.member_id member");
        assertThat(json.path("links").toString()).contains("\"declaredBy\":\"configuration\"");
    }

    @Test
    void whatInitWritesIsAcceptedAndItsProposalsToo() throws Exception {
        Path file = folder.resolve("written.yaml");

        CommandLineRun.of("init", "--source", source + ";PASSWORD=hush", "--config", file.toString())
                .refused(3, "password");
        assertThat(file).doesNotExist();
        CommandLineRun.of("init", "--source", source, "--config", file.toString())
                .done();

        String written = Files.readString(file);
        assertThat(written)
                .contains("version: 1", "${UNDERSTUDY_SOURCE_PASSWORD", "mode: auto", "score 1.00", "\"order line\"")
                .doesNotContain("hush")
                .doesNotContain("someone1@example.org");
        CommandLineRun.of("plan", "--config", file.toString()).done();

        // Everything that is proposed can be taken over by taking the comment signs away.
        String taken = takenOver(written);
        Path edited = Files.writeString(folder.resolve("taken.yaml"), taken);
        JsonNode plan = CommandLineRun.of("plan", "--source", source, "--config", edited.toString(), "--output", "json")
                .done()
                .json();
        assertThat(plan.path("configuredLinks")).hasSize(4);
    }

    /** Without the comment signs of links and columns. */
    private static String takenOver(String written) {
        List<String> lines = new ArrayList<>();
        boolean inside = false;
        for (String line : written.lines().toList()) {
            inside = inside && line.startsWith("#   ") || line.equals("# links:") || line.equals("# columns:");
            lines.add(inside ? line.substring(2) : line);
        }
        return String.join("\n", lines);
    }

    @Test
    void anEditedFileKeepsEveryLineAndGetsWhatIsNew() throws Exception {
        String growing = DatabaseCase.H2.freshSource("growing");
        Path file = folder.resolve("edited.yaml");
        CommandLineRun.of("init", "--source", growing, "--config", file.toString())
                .done();
        String edited = Files.readString(file)
                .replace("AUDIT_LOG: {mode: auto}", "AUDIT_LOG: {mode: empty}   # nobody reads it")
                .replace("seed: 42", "seed: 7");
        Files.writeString(file, edited);
        assertThat(CommandLineRun.of("init", "--source", growing, "--config", file.toString())
                        .done()
                        .out())
                .contains("stays as it is");
        assertThat(Files.readString(file)).isEqualTo(edited);

        Contents.execute(
                growing,
                "DROP TABLE audit_log",
                "CREATE TABLE leaflet (id int PRIMARY KEY, email varchar(60), customer_id int)",
                "INSERT INTO leaflet SELECT x, 'someone' || x || '@example.org', x FROM system_range(1, 200)");
        CommandLineRun again =
                CommandLineRun.of("init", "--config", file.toString()).done();
        assertThat(again.out()).contains("Gone from the source", "AUDIT_LOG", "LEAFLET: {mode: auto}");
        String grown = Files.readString(file);
        assertThat(grown).startsWith(edited);
        assertThat(grown.substring(edited.length()).lines()).allMatch(line -> line.isEmpty() || line.startsWith("#"));
        assertThat(grown.substring(edited.length()))
                .contains(
                        "LEAFLET: {mode: auto}",
                        "LEAFLET.EMAIL: {as: email}",
                        "from: LEAFLET.CUSTOMER_ID, to: CUSTOMER.ID")
                .doesNotContain("CUSTOMER.EMAIL", "someone1@");
        CommandLineRun.of("init", "--config", file.toString()).done();
        assertThat(Files.readString(file)).as("a third run").isEqualTo(grown);
    }

    @Test
    void whatIsThereIsKept() throws Exception {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "version: 1\n");

        CommandLineRun.of("init", "--source", source, "--config", file.toString())
                .done();
        assertThat(Files.readString(file)).startsWith("version: 1\n").contains("# tables:");
        CommandLineRun.of("plan", "--source", source, "--config", file.toString())
                .done();
        CommandLineRun.of("init", "--source", source, "--config", file.toString(), "--yes")
                .done();
        assertThat(Files.readString(file)).contains("\ntables:");
    }

    @Test
    void badWordsAreRefused() {
        CommandLineRun.of("inspect", "--source", source, "--format", "xml").refused(2, "xml", "mermaid");
        CommandLineRun.of("inspect").refused(2, "No source is given");
        CommandLineRun.of("init").refused(2, "No source is given");
        CommandLineRun.of(
                        "init",
                        "--source",
                        source,
                        "--config",
                        folder.resolve("no/where.yaml").toString())
                .refused(2, "cannot be written");
    }

    @Test
    void whatInitIsToldStandsInTheFile() throws Exception {
        Path file = folder.resolve("told.yaml");
        CommandLineRun.of(
                        "init",
                        "--source",
                        source,
                        "--target",
                        "jdbc:postgresql://qa/shop?user=owner&password=hush",
                        "--scale",
                        "0.5",
                        "--seed",
                        "7",
                        "--config",
                        file.toString())
                .done();
        assertThat(Files.readString(file))
                .contains(
                        "url: \"jdbc:postgresql://qa/shop\"",
                        "${UNDERSTUDY_TARGET_USER:-owner}",
                        "scale: 0.5 ",
                        "seed: 7 ")
                .doesNotContain("hush");
    }
}
