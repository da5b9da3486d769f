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
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Clones a database by the command line and checks the copy. */
final class CloneContract {
    private static final int K = 10;

    private CloneContract() {}

    /** @return the result, for further questions */
    static JsonNode cloneAndCheck(String name, String source, String target) throws SQLException, IOException {
        Path model = ScratchFolders.create("clone").resolve(name + ".understudy");
        CommandLineRun run = CommandLineRun.of(
                "clone", "--source", source, "--target", target, "--model", model.toString(), "--output", "json");
        assertThat(run.status()).as(run.err() + run.out()).isZero();
        JsonNode result = run.json();
        assertThat(result.path("constraints").path("violations")).isEmpty();
        try (Connection real = DriverManager.getConnection(source);
                Connection copy = DriverManager.getConnection(target)) {
            check(name, result, new PlainCheck(real), new PlainCheck(copy));
        }
        return result;
    }

    private static void check(String name, JsonNode result, PlainCheck real, PlainCheck copy)
            throws SQLException, IOException {
        int links = copy.noOrphans();
        int keys = copy.noDuplicates();
        copy.noNullsWhereForbidden();
        Map<String, Long> rows = copy.counts();
        Set<String> kept = new HashSet<>();
        for (JsonNode table : result.path("tables")) {
            String own = table.path("name").asText().replaceFirst("^.*\\.", "");
            long expected = table.path("sourceRows").asLong();
            if (table.path("mode").asText().equals("lookup")) {
                kept.add(own);
            }
            assertThat(rows.getOrDefault(own, rows.get(own.toUpperCase(java.util.Locale.ROOT))))
                    .as("rows of %s", own)
                    .isCloseTo(expected, org.assertj.core.data.Offset.offset(Math.max(3, Math.round(0.01 * expected))));
        }
        Set<String> leaked = copy.tellingTexts(Integer.MAX_VALUE, kept);
        leaked.retainAll(real.tellingTexts(K, kept));
        assertThat(leaked).as("texts of the source in the copy").isEmpty();
        note(name, result, links, keys);
    }

    /** One line a data set, for the record. */
    private static void note(String name, JsonNode result, int links, int keys) throws IOException {
        long total = StreamSupport.stream(result.path("tables").spliterator(), false)
                .mapToLong(table -> table.path("targetRows").asLong())
                .sum();
        String line =
                "%-28s %9d rows %6.1f s  %4d constraints, %d broken; %d links and %d keys by plain SQL; %d warnings%n"
                        .formatted(
                                name,
                                total,
                                result.path("seconds").path("total").asDouble(),
                                result.path("constraints").path("checked").asInt(),
                                result.path("constraints").path("violations").size(),
                                links,
                                keys,
                                result.path("warnings").size());
        Files.writeString(Path.of("target", "clones.txt"), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
