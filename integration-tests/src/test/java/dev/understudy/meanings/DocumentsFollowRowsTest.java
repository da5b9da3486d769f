package dev.understudy.meanings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.understudy.commandline.CommandLineRun;
import dev.understudy.servers.PostgresServer;
import java.io.StringReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Comment;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * JSON and XML of a source with planted rules: members follow the row's columns and each other, arrays are as long as the row
 * says and hold what it says, elements are whole; and what indexes and checks ask of paths holds.
 */
class DocumentsFollowRowsTest {
    private static final int ROWS = 1_500;
    private static final Map<String, List<String>> GOODS =
            Map.of("shop", List.of("lamp", "chair", "desk"), "cafe", List.of("tea", "cake", "soup", "juice"));
    private static final Map<String, Integer> PRICES =
            Map.of("lamp", 40, "chair", 90, "desk", 200, "tea", 3, "cake", 5, "soup", 7, "juice", 4);

    @TempDir
    private static Path folder;

    private record Row(String kind, JsonNode document, Document xml, String html) {}

    private static List<Row> real;
    private static List<Row> made;

    @BeforeAll
    static void cloneTheSource() throws Exception {
        String source = PostgresServer.shared().createDatabase("documents");
        String target = PostgresServer.shared().createDatabase("documents_copy");
        try (Connection connection = DriverManager.getConnection(source)) {
            plant(connection);
        }
        CommandLineRun run = CommandLineRun.of(
                "clone",
                "--source",
                source,
                "--target",
                target,
                "--model",
                folder.resolve("documents.understudy").toString(),
                "--yes");
        assertThat(run.status()).as(run.err()).isIn(0, 6);
        real = rows(source);
        made = rows(target);
    }

    private static void plant(Connection connection) throws SQLException {
        Random random = new Random(3);
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE receipt (id int PRIMARY KEY, kind text NOT NULL, document jsonb NOT NULL,"
                    + " xml_form xml, page text, CONSTRAINT plan_known CHECK (document->>'plan' IN ('gold', 'basic')),"
                    + " CONSTRAINT guests_some CHECK ((document->>'guests')::int BETWEEN 1 AND 60))");
            statement.execute("CREATE UNIQUE INDEX receipt_code ON receipt ((document->>'code'))");
            statement.execute("CREATE INDEX receipt_items ON receipt USING gin ((document->'items'))");
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO receipt VALUES (?, ?, ?::jsonb, ?::xml, ?)")) {
            for (int id = 1; id <= ROWS; id++) {
                String kind = random.nextInt(3) == 0 ? "shop" : "cafe";
                boolean gold = random.nextInt(10) < (kind.equals("shop") ? 8 : 2);
                int guests = kind.equals("shop") ? 1 + random.nextInt(3) : 20 + random.nextInt(30);
                List<String> json = new ArrayList<>();
                StringBuilder xml = new StringBuilder();
                for (int n = kind.equals("shop") ? 1 + random.nextInt(2) : 4 + random.nextInt(3); n > 0; n--) {
                    List<String> goods = GOODS.get(kind);
                    String good = goods.get(random.nextInt(goods.size()));
                    int price = PRICES.get(good) * (90 + random.nextInt(20)) / 10;
                    json.add("{\"good\": \"%s\", \"price\": %d.%d}".formatted(good, price / 10, price % 10));
                    xml.append("<line good=\"%s\"><price>%d.%d</price></line>".formatted(good, price / 10, price % 10));
                }
                String gift = gold ? ", \"gift\": {\"wrapped\": %b}".formatted(random.nextInt(4) > 0) : "";
                insert.setInt(1, id);
                insert.setString(2, kind);
                insert.setString(
                        3,
                        "{\"plan\": \"%s\", \"guests\": %d, \"code\": \"RC-%06d\", \"items\": [%s]%s}"
                                .formatted(gold ? "gold" : "basic", guests, id * 37, String.join(", ", json), gift));
                insert.setString(
                        4,
                        "<receipt xmlns=\"urn:receipts\" kind=\"%s\"><guests>%d</guests>%s%s</receipt>"
                                .formatted(kind, guests, gold ? "<!--golden-->" : "<!--no. %d-->".formatted(id), xml));
                insert.setString(
                        5,
                        "<p>Thank you for your visit to our %s of day %d.</p><ul>%s</ul><br>"
                                .formatted(
                                        kind,
                                        random.nextInt(9_000),
                                        "<li>see you soon</li>".repeat(kind.equals("shop") ? 1 : 3)));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static List<Row> rows(String url) throws Exception {
        DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        List<Row> all = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT kind, document, xml_form, page FROM receipt")) {
            while (rows.next()) {
                all.add(new Row(
                        rows.getString(1),
                        new ObjectMapper().readTree(rows.getString(2)),
                        builder.parse(new InputSource(new StringReader(rows.getString(3)))),
                        rows.getString(4)));
            }
        }
        return all;
    }

    private static double mean(List<Row> rows, String kind, ToDoubleFunction<Row> number) {
        return rows.stream()
                .filter(row -> row.kind.equals(kind))
                .mapToDouble(number)
                .average()
                .orElseThrow();
    }

    private static double share(List<Row> rows, String kind, Predicate<Row> test) {
        return mean(rows, kind, row -> test.test(row) ? 1 : 0);
    }

    private static void assertAlike(String what, Predicate<Row> test) {
        for (String kind : GOODS.keySet()) {
            double wanted = share(real, kind, test);
            double got = share(made, kind, test);
            System.out.printf("%s, %s: %.3f, made %.3f%n", what, kind, wanted, got);
            assertThat(got).as(what + ", " + kind).isCloseTo(wanted, within(0.06));
        }
    }

    @Test
    void membersFollowTheRowAndEachOther() {
        assertThat(made).hasSize(ROWS);
        assertAlike("gold", row -> row.document.path("plan").asText().equals("gold"));
        assertAlike("many guests", row -> row.document.path("guests").asInt() >= 20);
        assertAlike("a gift", row -> row.document.has("gift"));
        assertAlike(
                "a gift of a golden plan",
                row -> row.document.has("gift")
                        == row.document.path("plan").asText().equals("gold"));
        assertAlike("wrapped", row -> row.document.path("gift").path("wrapped").asBoolean());
    }

    @Test
    void arraysAreChildrenOfTheirRow() {
        for (String kind : GOODS.keySet()) {
            double wanted = mean(real, kind, row -> row.document.get("items").size());
            assertThat(mean(made, kind, row -> row.document.get("items").size()))
                    .isCloseTo(wanted, within(0.3));
        }
        int all = 0;
        int own = 0;
        int priced = 0;
        for (Row row : made) {
            for (JsonNode item : row.document.get("items")) {
                String good = item.path("good").asText();
                double usual = PRICES.getOrDefault(good, -1);
                all++;
                own += GOODS.get(row.kind).contains(good) ? 1 : 0;
                priced += Math.abs(item.path("price").asDouble() - usual) <= 0.12 * usual + 0.1 ? 1 : 0;
            }
        }
        System.out.printf("items of %d: of the row's kind %d, at the good's price %d%n", all, own, priced);
        assertThat(own / (double) all).isGreaterThan(0.95);
        assertThat(priced / (double) all).isGreaterThan(0.95);
    }

    @Test
    void xmlIsLearnedByPathToo() {
        int lines = 0;
        int own = 0;
        for (Row row : made) {
            Element receipt = row.xml.getDocumentElement();
            assertThat(receipt.getTagName()).isEqualTo("receipt");
            assertThat(receipt.getAttribute("xmlns")).isEqualTo("urn:receipts");
            NodeList prices = receipt.getElementsByTagName("price");
            NodeList items = receipt.getElementsByTagName("line");
            assertThat(prices.getLength()).isEqualTo(items.getLength()).isPositive();
            for (int i = 0; i < items.getLength(); i++) {
                lines++;
                own += GOODS.get(row.kind).contains(((Element) items.item(i)).getAttribute("good")) ? 1 : 0;
            }
        }
        assertAlike(
                "attribute",
                row -> row.xml.getDocumentElement().getAttribute("kind").equals(row.kind));
        assertAlike("lines", row -> row.xml.getElementsByTagName("line").getLength() > 3);
        System.out.printf("lines of %d: of the row's kind %d%n", lines, own);
        assertThat(own / (double) lines).isGreaterThan(0.9);
    }

    @Test
    void commentsThatFamiliesShareFollowTheRow() {
        assertAlike("a golden comment", row -> comments(row).contains("golden"));
        assertThat(made).allSatisfy(row -> assertThat(comments(row)).isSubsetOf("golden"));
    }

    private static List<String> comments(Row row) {
        NodeList children = row.xml.getDocumentElement().getChildNodes();
        List<String> comments = new ArrayList<>();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Comment comment) {
                comments.add(comment.getData());
            }
        }
        return comments;
    }

    @Test
    void htmlKeepsItsTags() {
        assertThat(made).allSatisfy(row -> assertThat(row.html).contains("<p>", "</p>", "<ul>", "<li>", "<br/>"));
    }

    /** The database itself has refused whatever breaks them; the codes are new. */
    @Test
    void indexesAndChecksOnPathsHold() {
        Set<String> codes = new HashSet<>();
        made.forEach(row -> codes.add(row.document.path("code").asText()));
        assertThat(codes).hasSize(ROWS).allMatch(code -> code.matches("RC-\\d{6}"));
        real.forEach(row -> codes.remove(row.document.path("code").asText()));
        assertThat(codes.size()).isGreaterThan(ROWS * 9 / 10);
    }
}
