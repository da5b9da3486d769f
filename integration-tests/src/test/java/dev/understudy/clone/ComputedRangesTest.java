package dev.understudy.clone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.commandline.CommandLineRun;
import dev.understudy.servers.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that may not overlap in ranges that they compute: the target's own constraints forbid it, and no row is left out. */
class ComputedRangesTest {
    private static final String SCHEMA = """
            CREATE EXTENSION btree_gist;
            CREATE TABLE room (id int PRIMARY KEY, name varchar(20) NOT NULL);
            CREATE TABLE booking (
              id int PRIMARY KEY, room_id int NOT NULL REFERENCES room, starts timestamp NOT NULL, ends timestamp NOT NULL, CHECK (starts < ends),
              EXCLUDE USING gist (room_id WITH =, tsrange(starts, ends) WITH &&));
            CREATE TABLE holding (
              id int PRIMARY KEY, room_id int NOT NULL REFERENCES room, first_day date NOT NULL, last_day date,
              EXCLUDE USING gist (room_id WITH =, daterange(first_day, last_day, '[]') WITH &&));
            CREATE TABLE closing (
              id int PRIMARY KEY, first_day date NOT NULL, last_day date NOT NULL, withdrawn boolean NOT NULL,
              EXCLUDE USING gist (daterange(first_day, last_day, '[]') WITH &&) WHERE (NOT withdrawn));
            """;
    private static final String ROWS = """
            INSERT INTO room SELECT i, 'Room ' || i FROM generate_series(1, 40) i;
            INSERT INTO booking SELECT i, 1 + i % 40, t, t + (1 + i % 4) * interval '1 hour'
              FROM generate_series(1, 2000) i, LATERAL (SELECT timestamp '2024-01-01 08:00' + (i / 40) * interval '6 hours') x(t);
            INSERT INTO holding SELECT 5 * r + p, r, date '2015-01-01' + 400 * p + r, CASE WHEN p < 4 THEN date '2015-01-01' + 400 * p + r + 390 END
              FROM generate_series(1, 40) r, generate_series(0, 4) p;
            INSERT INTO closing SELECT i, date '2010-01-01' + 20 * i, date '2010-01-01' + 20 * i + i % 15, false FROM generate_series(1, 150) i;
            INSERT INTO closing SELECT 150 + i, date '2010-01-01' + i, date '2010-01-01' + i + 300, true FROM generate_series(1, 50) i;
            """;

    /** What was known when of what held when: of two rows of a product one of the two ranges lies apart, not both. */
    private static final String VERSIONS = """
            CREATE EXTENSION btree_gist;
            CREATE TABLE product (id int PRIMARY KEY, name varchar(20) NOT NULL);
            CREATE TABLE price (
              id int PRIMARY KEY, product_id int NOT NULL REFERENCES product, amount int NOT NULL,
              valid_from date NOT NULL, valid_until date NOT NULL, known_from timestamp NOT NULL, known_until timestamp,
              EXCLUDE USING gist (product_id WITH =, daterange(valid_from, valid_until) WITH &&, tsrange(known_from, known_until) WITH &&));
            """;

    private static final String VERSION_ROWS = """
            INSERT INTO product SELECT i, 'Product ' || i FROM generate_series(1, 60) i;
            INSERT INTO price SELECT 9 * p + 3 * v + k, p, 100 + (7 * p + 3 * v + k) % 50,
                date '2020-01-01' + 300 * v + p, date '2020-01-01' + 300 * (v + 1) + p,
                timestamp '2024-01-01' + (k * 40 + p) * interval '1 day', CASE WHEN k < 2 THEN timestamp '2024-01-01' + ((k + 1) * 40 + p) * interval '1 day' END
              FROM generate_series(1, 60) p, generate_series(0, 2) v, generate_series(0, 2) k;
            """;

    @TempDir
    private Path folder;

    private final PostgresServer server = PostgresServer.shared();

    private String source(String name, String... scripts) throws Exception {
        String url = server.createDatabase(name);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String script : scripts) {
                statement.execute(script);
            }
        }
        return url;
    }

    private Map<String, Long> cloned(String source, String target, String... more) {
        String[] arguments = new String[7 + more.length + 2];
        String[] first = {
            "clone",
            "--source",
            source,
            "--target",
            target,
            "--model",
            folder.resolve("m").toString()
        };
        System.arraycopy(first, 0, arguments, 0, first.length);
        System.arraycopy(more, 0, arguments, first.length, more.length);
        arguments[arguments.length - 2] = "--output";
        arguments[arguments.length - 1] = "json";
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.status()).as(run.err() + run.out()).isZero();
        JsonNode result = run.json();
        assertThat(result.path("constraints").path("violations")).isEmpty();
        Map<String, Long> rows = new TreeMap<>();
        result.path("tables")
                .forEach(table -> rows.put(
                        table.path("name").asText().replace("public.", ""),
                        table.path("targetRows").asLong()));
        return rows;
    }

    @Test
    void learnedRowsKeepTheirNumberAndMostOfTheirLength() throws Exception {
        String target = server.createDatabase("apart_copy");
        Map<String, Long> rows = cloned(source("apart", SCHEMA, ROWS), target);
        assertThat(rows).containsEntry("closing", 200L);
        assertThat(rows.get("booking")).isBetween(1_990L, 2_010L);
        assertThat(rows.get("holding")).isBetween(195L, 205L);
        try (Connection connection = DriverManager.getConnection(target);
                Statement statement = connection.createStatement();
                ResultSet hours = statement.executeQuery(
                        "SELECT avg(extract(epoch FROM ends - starts) / 3600), count(*) FILTER (WHERE date_trunc('hour', starts) <> starts) FROM booking")) {
            hours.next();
            // 2.5 in the source.
            assertThat(hours.getDouble(1)).isBetween(2.1, 2.9);
            assertThat(hours.getInt(2)).as("bookings that begin within an hour").isZero();
        }
    }

    @Test
    void filledTablesGetAllRowsThatWereAskedFor() throws Exception {
        Map<String, Long> rows = cloned(
                source("apart_bare", SCHEMA), server.createDatabase("apart_filled"), "--rows-per-empty-table", "300");
        assertThat(rows)
                .containsOnly(
                        Map.entry("room", 300L),
                        Map.entry("booking", 300L),
                        Map.entry("holding", 300L),
                        Map.entry("closing", 300L));
    }

    @Test
    void rowsMayOverlapInOneOfTwoRanges() throws Exception {
        String target = server.createDatabase("versions_copy");
        Map<String, Long> rows = cloned(source("versions", VERSIONS, VERSION_ROWS), target);
        assertThat(rows.get("price")).isBetween(530L, 550L);
        try (Connection connection = DriverManager.getConnection(target);
                Statement statement = connection.createStatement();
                ResultSet overlaps = statement.executeQuery("""
                        SELECT count(DISTINCT a.id) FILTER (WHERE daterange(a.valid_from, a.valid_until) && daterange(b.valid_from, b.valid_until)),
                          count(DISTINCT a.id) FILTER (WHERE tsrange(a.known_from, a.known_until) && tsrange(b.known_from, b.known_until))
                        FROM price a JOIN price b ON b.product_id = a.product_id AND b.id <> a.id""")) {
            overlaps.next();
            // All 540 in the source.
            assertThat(overlaps.getInt(1)).as("overlap in when they hold").isGreaterThan(400);
            assertThat(overlaps.getInt(2)).as("overlap in when they were known").isGreaterThan(400);
        }
    }

    @Test
    void tablesWithTwoRangesGetAllRowsThatWereAskedFor() throws Exception {
        String target = server.createDatabase("versions_filled");
        assertThat(cloned(source("versions_bare", VERSIONS), target, "--rows-per-empty-table", "300"))
                .containsEntry("price", 300L);
    }
}
