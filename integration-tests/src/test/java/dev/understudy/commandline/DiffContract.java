package dev.understudy.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code diff}: every class of change of a schema, and of the rows, is found; what did not change is not. */
abstract class DiffContract {
    private static final List<String> DEFINITIONS = List.of(
            "CREATE TABLE shop (id int NOT NULL, name varchar(20) NOT NULL, amount int, note varchar(30),"
                    + " extra int DEFAULT 1, score int, CONSTRAINT shop_key PRIMARY KEY (id),"
                    + " CONSTRAINT shop_name UNIQUE (name), CONSTRAINT shop_amount CHECK (amount >= 0),"
                    + " CONSTRAINT shop_score CHECK (score >= 0))",
            "CREATE TABLE sale (id int NOT NULL, shop_id int NOT NULL, kind varchar(10), code int NOT NULL, price int,"
                    + " guide_id int, CONSTRAINT sale_key PRIMARY KEY (id), CONSTRAINT sale_code UNIQUE (code),"
                    + " CONSTRAINT sale_shop FOREIGN KEY (shop_id) REFERENCES shop (id),"
                    + " CONSTRAINT sale_guide FOREIGN KEY (guide_id) REFERENCES shop (id))",
            "CREATE TABLE leaflet (id int NOT NULL, words int, CONSTRAINT leaflet_key PRIMARY KEY (id))",
            "CREATE INDEX shop_by_extra ON shop (extra)");

    @TempDir
    Path folder;

    private final DatabaseCase vendor;

    DiffContract(DatabaseCase vendor) {
        this.vendor = vendor;
    }

    /** The vendor's words for another type, for NOT NULL, and for dropping a unique key, a link and an index. */
    abstract List<String> alterations();

    private String source(String name, long seed) throws SQLException {
        String url = vendor.empty(name);
        Contents.execute(url, DEFINITIONS.toArray(String[]::new));
        fill(url, seed);
        return url;
    }

    /** 300 shops, each with some sales, most of which are of one of three kinds. */
    private static void fill(String url, long seed) throws SQLException {
        Random random = new Random(seed);
        List<String> shops = new ArrayList<>();
        List<String> sales = new ArrayList<>();
        for (int id = 1; id <= 300; id++) {
            shops.add("(%d, 'shop %d', %d, 'n', 1, %d)".formatted(id, id, random.nextInt(1_000), random.nextInt(5)));
            for (int n = random.nextInt(4); n >= 0; n--) {
                int sale = sales.size() + 1;
                String kind = random.nextInt(10) == 0
                        ? "NULL"
                        : "'" + List.of("book", "pen", "map").get(random.nextInt(3)) + "'";
                sales.add("(%d, %d, %s, %d, %d, NULL)".formatted(sale, id, kind, sale, 10 + random.nextInt(90)));
            }
        }
        Contents.execute(
                url,
                "INSERT INTO shop VALUES " + String.join(", ", shops),
                "INSERT INTO sale VALUES " + String.join(", ", sales),
                "INSERT INTO leaflet VALUES (1, 1)");
    }

    private Path learned(String source) {
        Path model = folder.resolve("learned.understudy");
        CommandLineRun.of("learn", "--source", source, "--model", model.toString())
                .done();
        return model;
    }

    private static CommandLineRun diff(String source, Path model, String... more) {
        List<String> words =
                new ArrayList<>(List.of("diff", "--source", source, "--model", model.toString(), "--output", "json"));
        words.addAll(List.of(more));
        return CommandLineRun.of(words.toArray(String[]::new));
    }

    /** One line a change: kind, change, table and object in lower case. */
    private static List<String> changes(JsonNode told, String part) {
        List<String> lines = new ArrayList<>();
        told.path(part)
                .forEach(change -> lines.add(("%s %s %s %s"
                                .formatted(
                                        change.path("kind").asText(),
                                        change.path("change").asText(),
                                        change.path("table").asText().replaceFirst("^.*\\.", ""),
                                        change.path("object").asText()))
                        .replaceAll(" +", " ")
                        .strip()
                        .toLowerCase(Locale.ROOT)));
        return lines;
    }

    /** Such a table is looked at in part, and its last rows count as much as its first. */
    @Test
    void theLastRowsOfATableWithoutLinksDrift() throws Exception {
        String source = vendor.empty("lone_drift");
        Random random = new Random(1);
        Contents.execute(source, "CREATE TABLE visit (id int NOT NULL PRIMARY KEY, length int NOT NULL)");
        for (int first = 1; first < 25_000; first += 5_000) {
            Contents.execute(
                    source,
                    IntStream.range(first, first + 5_000)
                            .mapToObj(id -> "(%d, %d)".formatted(id, random.nextInt(500)))
                            .collect(Collectors.joining(", ", "INSERT INTO visit VALUES ", "")));
        }
        Path model = learned(source);
        assertThat(diff(source, model).done().json().path("status").asText()).isEqualTo("same");

        Contents.execute(source, "UPDATE visit SET length = length + 1000 WHERE id > 20000");

        CommandLineRun run = diff(source, model);
        assertThat(run.status()).as(run.err() + run.out()).isEqualTo(4);
        JsonNode change = run.json().path("data").get(0);
        assertThat(change.path("object").asText()).isEqualToIgnoringCase("length");
        assertThat(change.path("distance").asDouble()).isBetween(0.17, 0.23);
    }

    @Test
    void everyClassOfTheSchemaIsFound() throws Exception {
        String source = source("schema_drift", 1);
        Path model = learned(source);
        JsonNode same = diff(source, model).done().json();
        assertThat(same.path("status").asText()).isEqualTo("same");
        assertThat(same.path("rowsCompared").asBoolean()).isTrue();

        List<String> alterations = new ArrayList<>(alterations());
        alterations.addAll(List.of(
                "DROP TABLE leaflet",
                "CREATE TABLE banner (id int NOT NULL, CONSTRAINT banner_key PRIMARY KEY (id))",
                "ALTER TABLE shop ADD COLUMN fresh int",
                "ALTER TABLE shop DROP COLUMN note",
                "ALTER TABLE shop ALTER COLUMN extra SET DEFAULT 2",
                "ALTER TABLE shop DROP CONSTRAINT shop_amount",
                "ALTER TABLE shop DROP CONSTRAINT shop_score",
                "ALTER TABLE shop ADD CONSTRAINT shop_score CHECK (score >= -1)",
                "ALTER TABLE sale ADD CONSTRAINT sale_price CHECK (price > 0)",
                "ALTER TABLE sale ADD COLUMN banner_id int",
                "ALTER TABLE sale ADD CONSTRAINT sale_banner FOREIGN KEY (banner_id) REFERENCES banner (id)",
                "ALTER TABLE sale ADD CONSTRAINT sale_code UNIQUE (code, id)",
                "ALTER TABLE sale ADD CONSTRAINT sale_place UNIQUE (id, price)",
                "ALTER TABLE sale ADD CONSTRAINT sale_guide FOREIGN KEY (guide_id) REFERENCES shop (id) ON DELETE CASCADE",
                "CREATE INDEX sale_by_kind ON sale (kind)"));
        Contents.execute(source, alterations.toArray(String[]::new));

        CommandLineRun run = diff(source, model);
        assertThat(run.status()).as(run.err() + run.out()).isEqualTo(4);
        JsonNode told = run.json();
        assertThat(told.path("status").asText()).isEqualTo("drifted");
        List<String> changes = changes(told, "schema");
        assertThat(changes)
                .contains("index removed shop shop_by_extra", "index added sale sale_by_kind")
                // Some vendors make indexes for links by themselves.
                .filteredOn(change -> !change.startsWith("index "))
                .containsExactlyInAnyOrder(
                        "table removed leaflet",
                        "table added banner",
                        "column added shop fresh",
                        "column removed shop note",
                        "column added sale banner_id",
                        "type changed sale kind",
                        "nullability changed shop amount",
                        "default changed shop extra",
                        "key removed shop shop_name",
                        "key changed sale sale_code",
                        "key added sale sale_place",
                        "link removed sale sale_shop",
                        "link added sale sale_banner",
                        "link changed sale sale_guide",
                        "check removed shop shop_amount",
                        "check changed shop shop_score",
                        "check added sale sale_price");
        assertThat(told.path("tables")).hasSize(4);
    }

    /** Makes the index {@code shop_by_extra} again over the same column, otherwise. */
    abstract List<String> sameColumnOtherwise();

    @Test
    void anIndexOverTheSameColumnMayBeAnother() throws Exception {
        String source = source("index_drift", 1);
        Path model = learned(source);
        Contents.execute(source, sameColumnOtherwise().toArray(String[]::new));
        CommandLineRun run = diff(source, model);
        assertThat(run.status()).as(run.err() + run.out()).isEqualTo(4);
        assertThat(changes(run.json(), "schema")).containsExactly("index changed shop shop_by_extra");
    }

    /** Each change of the partitions of the table {@code visit}, with the line that tells of it; none where there are no partitions. */
    List<Map.Entry<String, String>> partitionChanges() {
        return List.of();
    }

    /** What makes {@code visit}, with years 2000 to 2020 in two partitions. */
    List<String> partitions() {
        return List.of();
    }

    @Test
    void everyChangeOfPartitionsIsFound() throws Exception {
        Assumptions.assumeFalse(partitions().isEmpty(), "There are no partitions");
        String source = source("partition_drift", 1);
        Contents.execute(source, partitions().toArray(String[]::new));
        Contents.execute(
                source,
                "INSERT INTO visit VALUES "
                        + IntStream.range(0, 200)
                                .mapToObj(id -> "(%d, %d)".formatted(id, 2000 + id % 20))
                                .collect(Collectors.joining(", ")));
        for (Map.Entry<String, String> change : partitionChanges()) {
            Path model = learned(source);
            diff(source, model).done();
            Contents.execute(source, change.getKey().split(";"));
            CommandLineRun run = diff(source, model);
            assertThat(run.status()).as(run.err() + run.out()).isEqualTo(4);
            assertThat(changes(run.json(), "schema")).contains(change.getValue());
        }
    }

    @Test
    void everyChangeOfTheRowsIsFound() throws Exception {
        String source = source("row_drift", 1);
        Path model = learned(source);
        Contents.execute(source, "DELETE FROM sale", "DELETE FROM shop", "DELETE FROM leaflet");
        fill(source, 2);
        diff(source, model).done();

        assertChange(source, model, "UPDATE shop SET amount = amount / 2 WHERE id <= 150", "spread shop amount");
        assertChange(source, model, "UPDATE sale SET kind = 'pen' WHERE kind = 'map'", "spread sale kind");
        assertChange(source, model, "UPDATE sale SET price = NULL WHERE id <= 120", "missing sale price");
        assertChange(source, model, "DELETE FROM sale WHERE shop_id <= 80", "fan-out sale sale_shop");
        assertChange(source, model, "DELETE FROM sale WHERE id > 250", "rows sale");
        assertChange(source, model, "UPDATE sale SET guide_id = shop_id WHERE id > 100", "orphans sale sale_guide");
    }

    /** Makes a change, and looks whether it is found beside those of before. */
    private void assertChange(String source, Path model, String sql, String change) throws SQLException {
        assertThat(changes(diff(source, model).json(), "data")).doesNotContain(change);
        Contents.execute(source, sql);
        CommandLineRun run = diff(source, model);
        assertThat(run.status()).as(run.err() + run.out()).isEqualTo(4);
        assertThat(changes(run.json(), "data")).contains(change);
    }

    @Test
    void limitsAreConfigured() throws Exception {
        String source = source("limits", 1);
        Path model = learned(source);
        Contents.execute(source, "UPDATE shop SET amount = amount / 2 WHERE id <= 150");
        Path lax = Files.writeString(folder.resolve("lax.yaml"), "version: 1\ndrift: {spread: 0.9}\n");
        diff(source, model, "--config", lax.toString()).done();
        Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "version: 1\ndrift: {spread: 9}\n");
        diff(source, model, "--config", wrong.toString()).refused(2, "drift.spread is 9.0; it must be 0 to 1");
        CommandLineRun.of("diff", "--source", source).refused(2, "No model is given");
    }

    @Test
    void theModelTellsNothingOfFew() throws IOException, SQLException {
        String source = source("few", 1);
        Contents.execute(
                source,
                "UPDATE shop SET note = 'Quackenbush' WHERE id <= 5",
                "UPDATE shop SET amount = 987654321 WHERE id <= 3");
        java.io.InputStream packed = Files.newInputStream(learned(source));
        packed.skipNBytes(11 + 1 + 32);
        byte[] model = new java.util.zip.GZIPInputStream(packed).readAllBytes();
        String text = new String(model, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertThat(text).contains("bounds").doesNotContain("Quackenbush");
    }
}
