package dev.understudy.clone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.commandline.CommandLineRun;
import dev.understudy.servers.ScratchFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Fills an empty schema by the command line, checks it, clones what was filled and checks that too. */
final class FillContract {
    private static final double MAY_STAY_EMPTY = 0.01;

    private FillContract() {}

    /** Takes the rows out of a PostgreSQL database. */
    static String emptied(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            PlainCheck tables = new PlainCheck(connection);
            String all = tables.tables().stream().map(tables::sql).collect(Collectors.joining(", "));
            statement.execute("TRUNCATE " + all + " CASCADE");
        }
        return url;
    }

    /**
     * @param source  a database without rows
     * @param filled  an empty database, to be filled
     * @param copy    an empty database, for the clone of what was filled
     * @param rows    wanted in each table; those that get fewer must be told of by the plan, and at most 1 % may stay empty
     */
    static void fillAndClone(String name, String source, String filled, String copy, int rows)
            throws SQLException, IOException {
        // Not into the folder of the tests, where others look for what should not be there.
        String model = ScratchFolders.create("fill").resolve("model.understudy").toString();
        JsonNode plan = run("plan", "--source", source, "--rows-per-empty-table", "" + rows, "--output", "json");
        JsonNode first = run(
                "clone",
                "--model",
                model,
                "--source",
                source,
                "--target",
                filled,
                "--rows-per-empty-table",
                "" + rows,
                "--output",
                "json");
        JsonNode second = run("clone", "--model", model, "--source", filled, "--target", copy, "--output", "json");
        int tables = 0;
        int empty = 0;
        int links;
        try (Connection connection = DriverManager.getConnection(filled)) {
            PlainCheck check = new PlainCheck(connection);
            links = check(check);
            for (PlainCheck.Table table : check.tables()) {
                tables++;
                empty += check.number("SELECT count(*) FROM " + check.sql(table)) == 0 ? 1 : 0;
            }
            assertThat(empty).as("tables without rows").isLessThanOrEqualTo((int) (tables * MAY_STAY_EMPTY));
        }
        try (Connection connection = DriverManager.getConnection(copy)) {
            check(new PlainCheck(connection));
        }
        everyShortfallIsNamed(first, rows);
        assertThat(targetRows(first)).as("rows as planned").isEqualTo(targetRows(plan));
        note(name, plan, first, second, tables, links, tables - empty);
    }

    private static JsonNode run(String... arguments) throws IOException {
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.status()).as(run.err() + run.out()).isZero();
        JsonNode result = run.json();
        assertThat(result.path("constraints").path("violations")).isEmpty();
        return result;
    }

    private static int check(PlainCheck check) throws SQLException {
        int links = check.noOrphans();
        check.noDuplicates();
        check.noNullsWhereForbidden();
        return links;
    }

    /** A table that has fewer rows than were asked for is told of. */
    private static void everyShortfallIsNamed(JsonNode result, int rows) {
        TreeSet<String> named = new TreeSet<>();
        result.path("warnings")
                .forEach(warning -> named.add(warning.path("object").asText()));
        for (JsonNode table : result.path("tables")) {
            assertThat(table.path("targetRows").asLong() == rows
                            || named.contains(table.path("name").asText()))
                    .as("%s with %s rows is told of", table.path("name").asText(), table.path("targetRows"))
                    .isTrue();
        }
    }

    private static Map<String, Long> targetRows(JsonNode result) {
        Map<String, Long> rows = new TreeMap<>();
        result.path("tables")
                .forEach(table -> rows.put(
                        table.path("name").asText(), table.path("targetRows").asLong()));
        return rows;
    }

    /** One line a schema, for the record. */
    private static void note(
            String name, JsonNode plan, JsonNode first, JsonNode second, int tables, int links, int filled)
            throws IOException {
        Map<String, Long> kinds = StreamSupport.stream(first.path("warnings").spliterator(), false)
                .collect(Collectors.groupingBy(
                        warning -> warning.path("id").asText(), TreeMap::new, Collectors.counting()));
        String line =
                "%-24s %4d tables %4d links %2d rings  %4d filled  %5d constraints, %d broken %6.1f s; cloned: %5d, %d broken %6.1f s; %s%n"
                        .formatted(
                                name,
                                tables,
                                links,
                                plan.path("rings").size(),
                                filled,
                                first.path("constraints").path("checked").asInt(),
                                first.path("constraints").path("violations").size(),
                                first.path("seconds").path("total").asDouble(),
                                second.path("constraints").path("checked").asInt(),
                                second.path("constraints").path("violations").size(),
                                second.path("seconds").path("total").asDouble(),
                                kinds);
        Files.writeString(Path.of("target", "fills.txt"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
