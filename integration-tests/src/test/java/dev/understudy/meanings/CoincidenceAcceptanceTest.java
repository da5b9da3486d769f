package dev.understudy.meanings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.commandline.CommandLineRun;
import dev.understudy.servers.DataSets;
import dev.understudy.servers.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Clones of public databases hold no address, number, token or text of the source. What was compared is written to
 * {@code target/coincidences.txt}.
 */
@Tag("acceptance")
class CoincidenceAcceptanceTest {
    /** Of these no value may come back, however often it stands in the source. */
    private static final Set<String> NEVER = Set.of(
            "email", "phone", "card", "iban", "token", "password-hash", "national-id", "uuid", "jwt", "account-number");

    private static final Set<String> TEXTS = Set.of("free-text", "description");
    private static final int SHARED = 10;
    private static final int WORDS = 8;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"chinook", "northwind", "pagila", "employees", "omop54", "gtfs_caltrain", "tpch_001", "netbox"})
    void nothingOfTheSourceComesBack(String set) throws Exception {
        String source = DataSets.postgres(set, "coincide_" + set);
        String target = PostgresServer.shared().createDatabase("coincide_copy_" + set);
        JsonNode inspected = CommandLineRun.of("inspect", "--source", source, "--format", "json")
                .json();
        CommandLineRun.of(
                "clone",
                "--source",
                source,
                "--target",
                target,
                "--yes",
                "--model",
                folder.resolve(set + ".understudy").toString());
        List<String> lines = new ArrayList<>();
        List<String> leaks = new ArrayList<>();
        try (Connection real = DriverManager.getConnection(source);
                Connection made = DriverManager.getConnection(target)) {
            for (JsonNode table : inspected.get("tables")) {
                for (JsonNode column : table.withArray("meanings")) {
                    String meaning = column.get("meaning").asText();
                    if (!NEVER.contains(meaning) && !TEXTS.contains(meaning)) {
                        continue;
                    }
                    String name = table.get("name").asText();
                    String what = "%s %s.%s (%s)"
                            .formatted(set, name, column.get("column").asText(), meaning);
                    List<String> before =
                            values(real, name, column.get("column").asText());
                    List<String> after = values(made, name, column.get("column").asText());
                    int equal = TEXTS.contains(meaning) ? overlaps(before, after) : equal(before, after);
                    lines.add(
                            "%s: %d values, %d made, %d come back".formatted(what, before.size(), after.size(), equal));
                    if (equal > 0 && !isKept(table)) {
                        leaks.add(lines.get(lines.size() - 1));
                    }
                }
            }
        }
        Files.createDirectories(Path.of("target"));
        Files.writeString(
                Path.of("target", "coincidences.txt"),
                String.join("\n", lines) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        assertThat(leaks).isEmpty();
    }

    /** Rows of lookups and copied tables stay in place and are listed by the plan. */
    private static boolean isKept(JsonNode table) {
        String mode = table.path("mode").asText();
        return mode.equals("copy") || mode.equals("lookup");
    }

    private static List<String> values(Connection connection, String table, String column) throws SQLException {
        List<String> values = new ArrayList<>();
        String schema = table.contains(".") ? table.substring(0, table.indexOf('.')) + "\".\"" : "";
        String bare = table.substring(table.indexOf('.') + 1);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT CAST(\"%s\" AS text) FROM \"%s%s\"".formatted(column, schema, bare))) {
            while (rows.next()) {
                if (rows.getString(1) != null && !rows.getString(1).isBlank()) {
                    values.add(rows.getString(1).strip());
                }
            }
        }
        return values;
    }

    private static int equal(List<String> before, List<String> after) {
        Set<String> known = new HashSet<>();
        before.forEach(value -> known.add(value.toLowerCase(Locale.ROOT)));
        return (int) after.stream()
                .filter(value -> known.contains(value.toLowerCase(Locale.ROOT)))
                .count();
    }

    /** Runs of eight words that fewer than ten rows of the source share. */
    private static int overlaps(List<String> before, List<String> after) {
        Map<String, Integer> known = new HashMap<>();
        before.forEach(text -> runs(text).forEach(run -> known.merge(run, 1, Integer::sum)));
        known.values().removeIf(count -> count >= SHARED);
        return (int) after.stream()
                .filter(text -> runs(text).stream().anyMatch(known::containsKey))
                .count();
    }

    private static Set<String> runs(String text) {
        String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + WORDS <= words.length; i++) {
            runs.add(String.join(" ", List.of(words).subList(i, i + WORDS)));
        }
        return runs;
    }
}
