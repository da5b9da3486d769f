package dev.understudy.feature;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.clone.PlainCheck;
import dev.understudy.commandline.CommandLineRun;
import dev.understudy.schema.Vendor;
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

/**
 * One database cloned into another as a user would: planned, cloned, verified. No constraint is lost, none is broken, and
 * nothing happens that the plan did not say.
 */
final class RoundTrip {
    /** How far rows may be from what was planned, as a share. */
    private static final double CLOSE = 0.02;

    private final Vendor vendor;
    private final Set<String> declared;
    private final Path folder;

    /**
     * What came of it.
     *
     * @param plan   of the planner
     * @param result of the clone
     * @param links  that were checked in the target
     */
    record Outcome(JsonNode plan, JsonNode result, int links) {
        Set<String> kinds() {
            Set<String> kinds = new TreeSet<>();
            plan.path("warnings")
                    .forEach(warning -> kinds.add(warning.path("id").asText()));
            return kinds;
        }
    }

    /** @param source what it declares is what every copy must declare */
    RoundTrip(Vendor vendor, String source, Path folder) throws SQLException {
        this.vendor = vendor;
        this.declared = Declared.in(vendor, source);
        this.folder = folder;
    }

    /** CHECK constraints of tables and domains. */
    int checks() {
        return declared.stream()
                .mapToInt(line -> line.split("\\bCHECK\\b", -1).length - 1)
                .sum();
    }

    Outcome cloned(String source, String target, String... more) throws Exception {
        JsonNode plan = run("plan", with(more, "--source", source, "--target", target));
        Path model = folder.resolve("round-trip.understudy");
        Files.deleteIfExists(model);
        JsonNode result = run("clone", with(more, "--source", source, "--target", target, "--model", model.toString()));
        assertThat(result.path("constraints").path("violations")).isEmpty();
        JsonNode verified = run("verify", List.of("--target", target, "--model", model.toString(), "--output", "json"));
        assertThat(verified.path("constraints").path("violations")).isEmpty();
        Set<String> there = Declared.in(vendor, target);
        assertThat(without(declared, there)).as("what %s lost", target).isEmpty();
        assertThat(without(there, declared)).as("what %s has besides", target).isEmpty();
        nothingThatThePlanDidNotSay(plan, result);
        try (Connection connection = DriverManager.getConnection(target)) {
            PlainCheck check = new PlainCheck(connection);
            check.noDuplicates();
            check.noNullsWhereForbidden();
            return new Outcome(plan, result, check.noOrphans());
        }
    }

    /** Takes all rows out of a database. */
    String emptied(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            PlainCheck tables = new PlainCheck(connection);
            List<String> names = tables.tables().stream().map(tables::sql).toList();
            switch (vendor) {
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

    /** Tables without rows, without their schema; partitions are not counted. */
    static Set<String> withoutRows(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            PlainCheck check = new PlainCheck(connection);
            Set<String> without = new TreeSet<>();
            for (PlainCheck.Table table : check.tables()) {
                if (!check.isPartition(table) && check.number("SELECT count(*) FROM " + check.sql(table)) == 0) {
                    without.add(table.name());
                }
            }
            return without;
        }
    }

    private static Set<String> without(Set<String> lines, Set<String> others) {
        Set<String> rest = new TreeSet<>(lines);
        rest.removeAll(others);
        return rest;
    }

    private static List<String> with(String[] more, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of(more));
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
        assertThat(warnings(plan)).as("warnings of the plan").containsAll(warnings(result));
        Map<String, Long> planned = rows(plan);
        rows(result)
                .forEach((table, rows) -> assertThat(rows)
                        .as("rows of %s, of which %d were planned", table, planned.get(table))
                        .isBetween(
                                Math.round(planned.get(table) * (1 - CLOSE)) - 3,
                                Math.round(planned.get(table) * (1 + CLOSE)) + 3));
    }

    private static Set<String> warnings(JsonNode result) {
        Set<String> warnings = new TreeSet<>();
        result.path("warnings")
                .forEach(warning -> warnings.add(warning.path("id").asText() + " "
                        + warning.path("object").asText()));
        return warnings;
    }

    private static Map<String, Long> rows(JsonNode result) {
        Map<String, Long> rows = new HashMap<>();
        result.path("tables")
                .forEach(table -> rows.put(
                        table.path("name").asText(), table.path("targetRows").asLong()));
        return rows;
    }
}
