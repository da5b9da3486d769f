package dev.understudy.feature;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.clone.PlainCheck;
import dev.understudy.commandline.CommandLineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;

/**
 * What must hold for every feature: it is planned, cloned and verified; its schema alone, without a row, is planned, filled
 * and verified, and what came of it cloned and verified again. No constraint is lost, none is broken, every table has rows,
 * and nothing happens that the plan did not say.
 */
final class FeatureRoundTrip {
    private static final int ROWS = 100;
    /** Warnings that only a load can give, because no catalog knows of them. */
    private static final double CLOSE = 0.02;

    private final FeatureScript script;
    private final UnaryOperator<String> databases;
    private final Path folder;

    /** @param databases makes an empty database of a name, returns its URL */
    FeatureRoundTrip(FeatureScript script, UnaryOperator<String> databases, Path folder) {
        this.script = script;
        this.databases = databases;
        this.folder = folder;
    }

    void run() throws Exception {
        String source = loaded("");
        Set<String> declared = Declared.in(script.vendor(), source);
        Set<String> warned = cloned(source, "copy", declared, List.of());
        assertThat(warned).as("warnings of the plan").containsAll(script.warnings());
        String emptied = emptied(loaded("bare"));
        List<String> fill = List.of("--rows-per-empty-table", "" + ROWS);
        cloned(emptied, "filled", declared, fill);
        cloned(url("filled"), "refilled", declared, List.of());
        allTablesHaveRows(url("filled"));
    }

    private final Map<String, String> urls = new HashMap<>();

    private String url(String name) {
        return urls.computeIfAbsent(name, n -> databases.apply(script.databaseName() + "_" + n));
    }

    private String loaded(String name) throws SQLException {
        String url = url("source" + name);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            if (script.needs().isPresent()) {
                try (var rows = statement.executeQuery("SELECT count(*) FROM pg_available_extensions WHERE name = '"
                        + script.needs().get() + "'")) {
                    rows.next();
                    Assumptions.assumeTrue(
                            rows.getInt(1) > 0,
                            "The server lacks the extension " + script.needs().get());
                }
            }
            statement.execute(script.sql());
            while (statement.getMoreResults() || statement.getUpdateCount() >= 0) {
                // Errors of later statements only come with their results.
            }
        }
        return url;
    }

    private String emptied(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            PlainCheck tables = new PlainCheck(connection);
            List<String> names = tables.tables().stream().map(tables::sql).toList();
            switch (script.vendor()) {
                case POSTGRESQL -> statement.execute("TRUNCATE " + String.join(", ", names) + " CASCADE");
                case MARIADB -> {
                    statement.execute("SET foreign_key_checks = 0");
                    for (String name : names) {
                        // A versioned table cannot be truncated.
                        statement.execute("DELETE FROM " + name);
                    }
                }
                default -> {
                    statement.execute("SET REFERENTIAL_INTEGRITY FALSE");
                    for (String name : names) {
                        statement.execute("TRUNCATE TABLE " + name);
                    }
                    statement.execute("SET REFERENTIAL_INTEGRITY TRUE");
                }
            }
        }
        return url;
    }

    /** @return kinds of warnings that the plan gave */
    private Set<String> cloned(String source, String target, Set<String> declared, List<String> more) throws Exception {
        String to = url(target);
        JsonNode plan = run("plan", with(more, "--source", source, "--target", to));
        String model =
                folder.resolve(script.name() + "-" + target + ".understudy").toString();
        Files.deleteIfExists(Path.of(model));
        JsonNode result = run("clone", with(more, "--source", source, "--target", to, "--model", model));
        assertThat(result.path("constraints").path("violations")).isEmpty();
        JsonNode verified = run("verify", List.of("--target", to, "--model", model, "--output", "json"));
        assertThat(verified.path("constraints").path("violations")).isEmpty();
        Set<String> there = Declared.in(script.vendor(), to);
        assertThat(without(declared, there)).as("what %s lost", target).isEmpty();
        assertThat(without(there, declared)).as("what %s has besides", target).isEmpty();
        try (Connection connection = DriverManager.getConnection(to)) {
            PlainCheck check = new PlainCheck(connection);
            check.noOrphans();
            check.noDuplicates();
            check.noNullsWhereForbidden();
        }
        nothingThatThePlanDidNotSay(plan, result);
        return kinds(plan);
    }

    private static Set<String> without(Set<String> lines, Set<String> others) {
        Set<String> rest = new TreeSet<>(lines);
        rest.removeAll(others);
        return rest;
    }

    private static List<String> with(List<String> more, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(more);
        all.addAll(List.of("--output", "json"));
        return all;
    }

    private static JsonNode run(String verb, List<String> arguments) {
        List<String> all = new ArrayList<>(List.of(verb));
        all.addAll(arguments);
        CommandLineRun run = CommandLineRun.of(all.toArray(String[]::new));
        assertThat(run.status()).as(run.err() + run.out()).isZero();
        return run.json();
    }

    private static void nothingThatThePlanDidNotSay(JsonNode plan, JsonNode result) {
        Set<String> said = new TreeSet<>();
        plan.path("warnings")
                .forEach(w ->
                        said.add(w.path("id").asText() + " " + w.path("object").asText()));
        Set<String> told = new TreeSet<>();
        result.path("warnings")
                .forEach(w ->
                        told.add(w.path("id").asText() + " " + w.path("object").asText()));
        assertThat(said).as("warnings of the plan").containsAll(told);
        Map<String, Long> planned = rows(plan);
        rows(result)
                .forEach((table, rows) -> assertThat(rows)
                        .as("rows of %s, of which %d were planned", table, planned.get(table))
                        .isBetween(
                                Math.round(planned.get(table) * (1 - CLOSE)) - 3,
                                Math.round(planned.get(table) * (1 + CLOSE)) + 3));
    }

    private static Map<String, Long> rows(JsonNode result) {
        Map<String, Long> rows = new HashMap<>();
        result.path("tables")
                .forEach(t ->
                        rows.put(t.path("name").asText(), t.path("targetRows").asLong()));
        return rows;
    }

    private static Set<String> kinds(JsonNode result) {
        Set<String> kinds = new TreeSet<>();
        result.path("warnings").forEach(warning -> kinds.add(warning.path("id").asText()));
        return kinds;
    }

    private void allTablesHaveRows(String filled) throws SQLException {
        try (Connection connection = DriverManager.getConnection(filled)) {
            PlainCheck check = new PlainCheck(connection);
            Set<String> without = new TreeSet<>();
            for (PlainCheck.Table table : check.tables()) {
                if (!check.isPartition(table) && check.number("SELECT count(*) FROM " + check.sql(table)) == 0) {
                    without.add(table.name());
                }
            }
            assertThat(without)
                    .as("tables without rows")
                    .isEqualTo(new TreeSet<>(script.left().keySet()));
        }
    }
}
