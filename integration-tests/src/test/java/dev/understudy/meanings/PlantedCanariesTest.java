package dev.understudy.meanings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.commandline.CommandLineRun;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Unique strings and rare values, planted in more than twenty places of a source, never come out: not in the target, nor the model
 * file, the report, or what the command prints.
 */
class PlantedCanariesTest {
    private static final int PEOPLE = 600;
    private static final int MARKED = 137;
    /** Letters, how it is kept, and the digest; then comes what is compressed. */
    private static final int HEAD = 11 + 1 + 32;

    /** By place: what stands in one row only, or in the rows of one family. */
    private static final Map<String, String> CANARIES = canaries();

    @TempDir
    private static Path folder;

    /** What libraries say past the command. */
    private static final ByteArrayOutputStream LOG = new ByteArrayOutputStream();

    private static CommandLineRun run;
    private static String target;

    private static Map<String, String> canaries() {
        Map<String, String> canaries = new LinkedHashMap<>();
        canaries.put("first_name", "Quixandro");
        canaries.put("last_name", "Zwirbelbartowski");
        canaries.put("full_name", "Quixandro Zwirbelbartowski");
        canaries.put("email", "quixandro@zwirbel-secret.de");
        canaries.put("phone", "+49 170 9182736");
        canaries.put("street", "Kanarienvogelstieg 77");
        canaries.put("city", "Kanarienhausen");
        canaries.put("segment", "canary-segment");
        canaries.put("number", "CNRY-7741-XQ");
        canaries.put("token", "tk_9f8e7d6c5b4a39281706f5e4");
        canaries.put("password", "$2a$10$CanaryCanaryCanaryCanary1234567890");
        canaries.put("national_id", "86095742719");
        canaries.put("iban", "DE89370400440532013000");
        canaries.put("web", "https://canary.zwirbel-secret.de/u/9");
        canaries.put("ip", "203.0.113.77");
        canaries.put("note", "the purple canary sings every night beside the broken submarine");
        canaries.put("document", "canaryDocumentValue");
        canaries.put("path_of_document", "canaryDocumentPath");
        canaries.put("salary", "918273645");
        canaries.put("nickname", "canary-nick-000");
        canaries.put("comment", "her canary told the whole secret of the silver mine to nobody");
        canaries.put("colour", "canaryyellowish");
        canaries.put("element_of_document", "canaryDocumentElement");
        canaries.put("value_of_xml", "canaryXmlValue");
        canaries.put("element_of_xml", "canaryXmlElement");
        canaries.put("mobile", "4917055998877");
        return canaries;
    }

    @BeforeAll
    static void cloneTheSource() throws Exception {
        String source = "jdbc:h2:file:" + folder.resolve("source");
        target = "jdbc:h2:file:" + folder.resolve("target");
        try (Connection connection = DriverManager.getConnection(source)) {
            plant(connection);
        }
        PrintStream out = System.out;
        PrintStream err = System.err;
        try (PrintStream captured = new PrintStream(LOG, true, StandardCharsets.UTF_8)) {
            System.setOut(captured);
            System.setErr(captured);
            run = CommandLineRun.of(
                    "clone",
                    "--source",
                    source,
                    "--target",
                    target,
                    "--model",
                    folder.resolve("canary.understudy").toString(),
                    "--report",
                    folder.resolve("report").toString(),
                    "--yes");
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    private static void plant(Connection connection) throws SQLException {
        Random random = new Random(8);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE person (id int PRIMARY KEY, first_name varchar(60) NOT NULL,"
                    + " last_name varchar(60) NOT NULL, full_name varchar(120) NOT NULL, email varchar(80) NOT NULL UNIQUE,"
                    + " phone varchar(40), street varchar(80), city varchar(60), segment varchar(40), number varchar(40),"
                    + " token varchar(60), password varchar(90), national_id varchar(20), iban varchar(40), web varchar(90),"
                    + " ip varchar(40), note varchar(200), document json, salary int, nickname varchar(60),"
                    + " markup varchar(200), mobile bigint)");
            statement.execute("CREATE TABLE remark (id int PRIMARY KEY, person_id int NOT NULL REFERENCES person (id),"
                    + " comment varchar(200), colour varchar(40))");
        }
        String values = "?" + ", ?".repeat(21);
        try (PreparedStatement person = connection.prepareStatement("INSERT INTO person VALUES ("
                        + values.replaceFirst("(\\?(, \\?){16}), \\?", "$1, ? FORMAT JSON") + ")");
                PreparedStatement remark = connection.prepareStatement("INSERT INTO remark VALUES (?, ?, ?, ?)")) {
            int remarks = 0;
            for (int id = 1; id <= PEOPLE; id++) {
                boolean marked = id == MARKED;
                String first = List.of("Anna", "Bert", "Cora", "Dirk").get(random.nextInt(4));
                String last =
                        List.of("Adler", "Berger", "Conrad", "Decker", "Ebert").get(random.nextInt(5));
                Object[] row = {
                    id,
                    marked ? CANARIES.get("first_name") : first,
                    marked ? CANARIES.get("last_name") : last,
                    marked ? CANARIES.get("full_name") : first + " " + last,
                    marked ? CANARIES.get("email") : (first + "." + last + id + "@post.de").toLowerCase(),
                    marked ? CANARIES.get("phone") : "+49 30 %07d".formatted(random.nextInt(10_000_000)),
                    marked ? CANARIES.get("street") : last + "weg " + (1 + random.nextInt(90)),
                    marked
                            ? CANARIES.get("city")
                            : List.of("Berlin", "Hamburg", "Kiel").get(random.nextInt(3)),
                    marked
                            ? CANARIES.get("segment")
                            : List.of("gold", "silver", "basic").get(random.nextInt(3)),
                    marked ? CANARIES.get("number") : "KD-%06d".formatted(id),
                    marked ? CANARIES.get("token") : "tk_%024x".formatted(random.nextLong() & Long.MAX_VALUE),
                    marked ? CANARIES.get("password") : "$2a$10$%038d".formatted(random.nextInt(1_000_000)),
                    marked ? CANARIES.get("national_id") : "%011d".formatted(random.nextInt(1_000_000_000)),
                    marked ? CANARIES.get("iban") : "DE%020d".formatted(random.nextInt(1_000_000)),
                    marked ? CANARIES.get("web") : "https://post.de/u/" + id,
                    marked ? CANARIES.get("ip") : "10.1.%d.%d".formatted(random.nextInt(250), random.nextInt(250)),
                    marked ? CANARIES.get("note") : "called on day " + random.nextInt(365) + " and was content with it",
                    marked
                            ? "{\"plan\": \"%s\", \"%s\": 1, \"tags\": [\"x\", \"%s\"]}"
                                    .formatted(
                                            CANARIES.get("document"),
                                            CANARIES.get("path_of_document"),
                                            CANARIES.get("element_of_document"))
                            : "{\"plan\": \"%s\", \"tags\": [\"x\", \"%s\"]}"
                                    .formatted(
                                            List.of("a", "b").get(random.nextInt(2)),
                                            List.of("y", "z").get(random.nextInt(2))),
                    marked ? Integer.parseInt(CANARIES.get("salary")) : 30_000 + random.nextInt(40_000),
                    marked ? CANARIES.get("nickname") : "nick" + random.nextInt(50),
                    marked
                            ? "<card><tier>%s</tier><%s/></card>"
                                    .formatted(CANARIES.get("value_of_xml"), CANARIES.get("element_of_xml"))
                            : "<card no=\"%d\"><tier>%s</tier></card>"
                                    .formatted(id, List.of("gold", "blue").get(random.nextInt(2))),
                    marked ? Long.parseLong(CANARIES.get("mobile")) : 4_917_000_000_000L + random.nextInt(50_000_000)
                };
                for (int i = 0; i < row.length; i++) {
                    person.setObject(i + 1, row[i]);
                }
                person.addBatch();
                for (int n = marked ? 4 : random.nextInt(3); n > 0; n--) {
                    remark.setInt(1, ++remarks);
                    remark.setInt(2, id);
                    remark.setString(
                            3, marked ? CANARIES.get("comment") : "nothing new since day " + random.nextInt(99));
                    remark.setString(
                            4,
                            marked
                                    ? CANARIES.get("colour")
                                    : List.of("red", "blue").get(random.nextInt(2)));
                    remark.addBatch();
                }
            }
            person.executeBatch();
            remark.executeBatch();
        }
    }

    private static void assertSilent(String where, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        assertThat(CANARIES.keySet().stream()
                        .filter(place -> lower.contains(CANARIES.get(place).toLowerCase(Locale.ROOT)))
                        .toList())
                .as("places whose canary is in %s", where)
                .isEmpty();
    }

    @Test
    void thereAreTwentyPlaces() {
        assertThat(CANARIES).hasSizeGreaterThanOrEqualTo(20);
        assertThat(run.status()).as(run.err() + run.out()).isIn(0, 6);
    }

    @Test
    void noneComesOutInTheTarget() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = DriverManager.getConnection(target);
                Statement statement = connection.createStatement()) {
            for (String table : List.of("person", "remark")) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    while (rows.next()) {
                        for (int c = 1; c <= rows.getMetaData().getColumnCount(); c++) {
                            all.append(rows.getString(c)).append('\n');
                        }
                    }
                }
            }
        }
        assertThat(all).as("what many share comes out").contains("\ngold\n", "\nbasic\n");
        assertSilent("the target", all.toString());
    }

    @Test
    void noneStandsInTheModelFile() throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve("canary.understudy"));
        assertSilent("the model file", unpacked(bytes));
    }

    private static String unpacked(byte[] bytes) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes, HEAD, bytes.length - HEAD))) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).as("the model, readable").contains("FIRST_NAME");
            return text;
        }
    }

    @Test
    void noneStandsInTheReportOrInWhatWasPrinted() throws IOException {
        assertThat(run.out() + run.err()).as("what was printed").contains("PERSON");
        assertSilent("the output", run.out() + run.err());
        assertSilent("the log", LOG.toString(StandardCharsets.UTF_8));
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder.resolve("report"))) {
            all.filter(Files::isRegularFile).forEach(files::add);
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            assertSilent(file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
        }
    }
}
