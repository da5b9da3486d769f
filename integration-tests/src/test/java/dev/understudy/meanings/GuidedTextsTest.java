package dev.understudy.meanings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.commandline.CommandLineRun;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Length, language and topic of texts follow the other columns of their row: measured on texts with a planted rule. */
class GuidedTextsTest {
    private static final int ROWS = 1_500;
    private static final Map<String, List<String>> WORDS = Map.of(
            "complaint DE",
                    List.of("Paket", "kaputt", "verspätet", "Rückgabe", "enttäuscht", "Mangel", "fehlt", "Lieferung"),
            "praise DE",
                    List.of("wunderbar", "schnell", "freundlich", "Qualität", "zufrieden", "gerne", "wieder", "Farbe"),
            "complaint GB", List.of("parcel", "broken", "late", "refund", "missing", "damaged", "angry", "courier"),
            "praise GB", List.of("lovely", "quick", "friendly", "quality", "happy", "again", "colour", "perfect"));

    @TempDir
    private static Path folder;

    private static String source;
    private static String target;

    @BeforeAll
    static void cloneTheSource() throws Exception {
        source = "jdbc:h2:file:" + folder.resolve("source");
        target = "jdbc:h2:file:" + folder.resolve("target");
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
                folder.resolve("guided.understudy").toString(),
                "--yes");
        assertThat(run.status()).as(run.err()).isIn(0, 6);
    }

    private static void plant(Connection connection) throws SQLException {
        Random random = new Random(5);
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE opinion (id int PRIMARY KEY, kind varchar(12) NOT NULL, country char(2) NOT NULL,"
                            + " stars int NOT NULL, body varchar(600))");
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO opinion VALUES (?, ?, ?, ?, ?)")) {
            for (int id = 1; id <= ROWS; id++) {
                String kind = random.nextInt(3) == 0 ? "complaint" : "praise";
                String country = random.nextBoolean() ? "DE" : "GB";
                insert.setInt(1, id);
                insert.setString(2, kind);
                insert.setString(3, country);
                insert.setInt(4, kind.equals("praise") ? 4 + random.nextInt(2) : 1 + random.nextInt(2));
                insert.setString(5, text(kind, country, random));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Complaints are short, praise is long. */
    private static String text(String kind, String country, Random random) {
        List<String> topical = WORDS.get(kind + " " + country);
        List<String> plain =
                country.equals("DE") ? List.of("der", "und", "ist", "nicht") : List.of("the", "and", "is", "not");
        int words = kind.equals("complaint") ? 6 + random.nextInt(4) : 28 + random.nextInt(10);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            List<String> from = i % 2 == 0 ? plain : topical;
            text.append(i == 0 ? "" : " ").append(from.get(random.nextInt(from.size())));
        }
        return text.toString();
    }

    private static double number(String url, String expression, String where) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT %s FROM opinion WHERE %s".formatted(expression, where))) {
            row.next();
            return row.getDouble(1);
        }
    }

    @Test
    void lengthFollowsTheRow() throws SQLException {
        for (String kind : List.of("complaint", "praise")) {
            String where = "kind = '" + kind + "'";
            double real = number(source, "AVG(CAST(LENGTH(body) AS double precision))", where);
            double made = number(target, "AVG(CAST(LENGTH(body) AS double precision))", where);
            System.out.printf("characters of a %s: %.1f, made %.1f%n", kind, real, made);
            assertThat(made / real).as(kind).isBetween(0.9, 1.1);
        }
    }

    /** Of the planted words in a text, those of its own kind and country. */
    @Test
    void topicAndLanguageFollowTheRow() throws SQLException {
        int own = 0;
        int all = 0;
        try (Connection connection = DriverManager.getConnection(target);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT kind, country, body FROM opinion")) {
            while (rows.next()) {
                for (String word : rows.getString(3).split(" ")) {
                    for (Map.Entry<String, List<String>> planted : WORDS.entrySet()) {
                        if (planted.getValue().contains(word)) {
                            all++;
                            own += planted.getKey().equals(rows.getString(1) + " " + rows.getString(2)) ? 1 : 0;
                        }
                    }
                }
            }
        }
        System.out.printf("words of the row's own topic and language: %d of %d%n", own, all);
        assertThat(all).isGreaterThan(ROWS);
        assertThat(own / (double) all).isGreaterThan(0.95);
    }
}
