package dev.understudy.feature;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.schema.Vendor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A line of the table that says how a real schema went; three figures each for the clone of its rows, the filled schema, and
 * the clone of that.
 */
record RoundTripFigures(
        String schema,
        int tables,
        int links,
        int rings,
        int checks,
        int filled,
        Steps steps,
        Map<String, Long> warnings) {
    private static final Path FILE = Path.of("target", "round-trips.md");
    private static final String HEAD = """
            | schema | tables | links | rings | checks | filled | checked | violations | seconds | warnings by kind |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    /** What each of the three runs said. */
    record Steps(String checked, String violations, String seconds) {}

    static RoundTripFigures of(
            Vendor vendor,
            String name,
            RoundTrip trip,
            RoundTrip.Outcome copied,
            RoundTrip.Outcome fill,
            RoundTrip.Outcome refilled,
            int empty) {
        JsonNode[] results = {copied.result(), fill.result(), refilled.result()};
        int tables = fill.result().path("tables").size();
        return new RoundTripFigures(
                vendor.name().toLowerCase(Locale.ROOT) + " " + name,
                tables,
                fill.links(),
                fill.plan().path("rings").size(),
                trip.checks(),
                tables - empty,
                new Steps(
                        each(
                                results,
                                result -> "%,d"
                                        .formatted(result.path("constraints")
                                                .path("checked")
                                                .asInt())),
                        each(
                                results,
                                result -> ""
                                        + result.path("constraints")
                                                .path("violations")
                                                .size()),
                        each(
                                results,
                                result -> "%.1f"
                                        .formatted(result.path("seconds")
                                                .path("total")
                                                .asDouble()))),
                Stream.of(results)
                        .flatMap(result ->
                                StreamSupport.stream(result.path("warnings").spliterator(), false))
                        .collect(Collectors.groupingBy(
                                warning -> warning.path("id").asText(), TreeMap::new, Collectors.counting())));
    }

    private static String each(JsonNode[] results, Function<JsonNode, String> figure) {
        return Stream.of(results).map(figure).collect(Collectors.joining(" / "));
    }

    void write() throws IOException {
        if (Files.notExists(FILE)) {
            Files.writeString(FILE, HEAD);
        }
        String line = "| %s | %d | %d | %d | %d | %d | %s | %s | %s | %s |%n"
                .formatted(
                        schema,
                        tables,
                        links,
                        rings,
                        checks,
                        filled,
                        steps.checked(),
                        steps.violations(),
                        steps.seconds(),
                        warnings.isEmpty() ? "none" : warnings.toString().replaceAll("[{}]", ""));
        Files.writeString(FILE, line, StandardOpenOption.APPEND);
    }
}
