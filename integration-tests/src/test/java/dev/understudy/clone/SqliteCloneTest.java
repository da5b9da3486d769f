package dev.understudy.clone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.commandline.CommandLineRun;
import dev.understudy.servers.DataSets;
import dev.understudy.servers.PostgresServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite as a target of PostgreSQL: asked with its own checks, and value by value. */
class SqliteCloneTest {
    @TempDir
    private Path folder;

    private CommandLineRun clone(String source, Path target, String... more) {
        List<String> words = new ArrayList<>(List.of("clone", "--source", source, "--target", "jdbc:sqlite:" + target));
        words.addAll(List.of("--model", folder.resolve("m").toString(), "--output", "json"));
        words.addAll(List.of(more));
        return CommandLineRun.of(words.toArray(String[]::new)).done();
    }

    private static List<String> ask(Path target, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + target);
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> row = new ArrayList<>();
                for (int c = 1; c <= found.getMetaData().getColumnCount(); c++) {
                    row.add(found.getString(c));
                }
                rows.add(String.join("|", row.stream().map(String::valueOf).toList()));
            }
            return rows;
        }
    }

    private static void execute(String url, String... statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Test
    void theCopyPassesTheDatabasesOwnChecks() throws Exception {
        Path target = folder.resolve("chinook.db");

        JsonNode result =
                clone(DataSets.postgres("chinook", "sqlite_chinook"), target).json();

        assertThat(result.path("constraints").path("violations")).isEmpty();
        assertThat(result.path("constraints").path("checked").asInt()).isGreaterThan(40);
        assertThat(ask(target, "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(ask(target, "PRAGMA foreign_key_check")).isEmpty();
        assertThat(ask(target, "SELECT count(*) FROM sqlite_schema t, pragma_foreign_key_list(t.name)"))
                .containsExactly("11");
        for (JsonNode table : result.path("tables")) {
            String name = table.path("name").asText().replaceFirst("^.*\\.", "");
            assertThat(ask(target, "SELECT count(*) FROM \"" + name + "\""))
                    .as(name)
                    .containsExactly(table.path("targetRows").asText());
            assertThat(table.path("targetRows").asLong())
                    .isEqualTo(table.path("sourceRows").asLong());
        }
        assertThat(ask(target, "PRAGMA index_list(invoice)")).isNotEmpty();
        CommandLineRun.of("verify", "--target", "jdbc:sqlite:" + target).done();
        execute("jdbc:sqlite:" + target, "UPDATE invoice SET customer_id = 777 WHERE invoice_id = 1");
        assertThat(CommandLineRun.of("verify", "--target", "jdbc:sqlite:" + target)
                        .status())
                .as("a link that is declared in the copy")
                .isEqualTo(5);
        CommandLineRun.of("learn", "--source", "jdbc:sqlite:" + target, "--model", folder + "/none")
                .refused(2, "SQLite is a target only");
    }

    /** Rows of a copied table are those of the source, in the forms that SQLite's functions understand. */
    @Test
    void valuesOfAllTypesArriveAsTheyAre() throws Exception {
        String source = PostgresServer.shared().createDatabase("sqlite_types");
        execute(
                source,
                "CREATE TYPE mood AS ENUM ('glad', 'sad')",
                "CREATE TABLE kinds (id int PRIMARY KEY, flag boolean, big bigint, price numeric(12,2), wide numeric(30,10),"
                        + " share double precision, word varchar(20), long text, day date, clock time, at timestamp,"
                        + " moment timestamptz, token uuid, bytes bytea, document jsonb, state mood, tags text[],"
                        + " twice bigint GENERATED ALWAYS AS (big * 2) STORED, CONSTRAINT price_some CHECK (price > 0))",
                "INSERT INTO kinds (id, flag, big, price, wide, share, word, long, day, clock, at, moment, token, bytes,"
                        + " document, state, tags) VALUES"
                        + " (1, true, 4000000000000000000, 1234567890.10, 0.5, 0.1, 'it''s', E'a\\nž', '2024-02-29', '23:59:59.5',"
                        + " '1969-12-31 23:59:59.000001', '2024-03-01 01:30:00+01:30', '00000000-0000-4000-8000-000000000001',"
                        + " '\\x00ff', '{\"a\": [1]}', 'sad', '{x,y}'),"
                        + " (2, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)");
        Path target = folder.resolve("kinds.db");
        Path config = Files.writeString(folder.resolve("c.yaml"), "version: 1\ntables: {kinds: {mode: copy}}\n");

        clone(source, target, "--config", config.toString());

        assertThat(ask(target, """
                        SELECT flag, big, price, wide, share, word, long, day, clock, at, moment, token, hex(bytes), document,
                          state, tags, twice, typeof(price), typeof(big), typeof(day) FROM kinds ORDER BY id"""))
                .containsExactly(
                        "1|4000000000000000000|1234567890.1|0.5|0.1|it's|a\nž|2024-02-29|23:59:59.500000|"
                                + "1969-12-31 23:59:59.000001|2024-03-01 00:00:00+00:00|00000000-0000-4000-8000-000000000001|"
                                + "00FF|{\"a\": [1]}|sad|{x,y}|8000000000000000000|real|integer|text",
                        "null|null|null|null|null|null|null|null|null|null|null|null||null|null|null|null|null|null|null");
        assertThat(ask(target, "SELECT date(at, '+1 day'), strftime('%s', moment) FROM kinds WHERE id = 1"))
                .containsExactly("1970-01-01|1709251200");
        assertThatThrownBy(() -> execute("jdbc:sqlite:" + target, "UPDATE kinds SET price = -1 WHERE id = 1"))
                .hasMessageContaining("CHECK");
        assertThatThrownBy(() -> execute("jdbc:sqlite:" + target, "UPDATE kinds SET state = 'cross' WHERE id = 1"))
                .hasMessageContaining("CHECK");
        execute("jdbc:sqlite:" + target, "INSERT INTO kinds (flag) VALUES (true)");
        assertThat(ask(target, "SELECT max(id) FROM kinds")).containsExactly("3");
    }

    /** Tables that point at each other, and at themselves, need no order. */
    @Test
    void ringsAreFilled() throws Exception {
        String source = PostgresServer.shared().createDatabase("sqlite_rings");
        execute(
                source,
                "CREATE TABLE area (id int PRIMARY KEY, chief int, within int REFERENCES area)",
                "CREATE TABLE person (id int PRIMARY KEY, area int NOT NULL REFERENCES area, code text NOT NULL UNIQUE)",
                "INSERT INTO area SELECT i, NULL, nullif(i / 3, 0) FROM generate_series(1, 60) i",
                "INSERT INTO person SELECT i, 1 + i % 60, 'P-' || i FROM generate_series(1, 600) i",
                "UPDATE area SET chief = id * 3",
                "ALTER TABLE area ADD FOREIGN KEY (chief) REFERENCES person");
        Path target = folder.resolve("rings.db");

        clone(source, target);

        assertThat(ask(target, "PRAGMA foreign_key_check")).isEmpty();
        assertThat(ask(target, "SELECT count(*), count(chief) > 50, count(within) > 10 FROM area"))
                .containsExactly("60|1|1");
        assertThat(ask(target, "SELECT count(*), count(DISTINCT code) FROM person"))
                .containsExactly("600|600");
        assertThatThrownBy(() -> execute(
                        "jdbc:sqlite:" + target, "INSERT INTO person SELECT 9999, area, code FROM person LIMIT 1"))
                .hasMessageContaining("UNIQUE");
        assertThatThrownBy(() -> execute(
                        "jdbc:sqlite:" + target + "?foreign_keys=true", "UPDATE person SET area = 777 WHERE id = 1"))
                .hasMessageContaining("FOREIGN KEY");
    }

    @Test
    void twoSchemasWithOneNameAreRefused() throws Exception {
        String source = PostgresServer.shared().createDatabase("sqlite_schemas");
        execute(
                source,
                "CREATE SCHEMA other",
                "CREATE TABLE kind (id int PRIMARY KEY)",
                "CREATE TABLE other.kind (id int PRIMARY KEY)");
        Path target = folder.resolve("schemas.db");

        CommandLineRun run = CommandLineRun.of(
                "clone",
                "--source",
                source,
                "--schema",
                "public",
                "--schema",
                "other",
                "--target",
                "jdbc:sqlite:" + target,
                "--model",
                folder.resolve("m").toString());

        run.refused(2, "SQLite has one schema", "--schema");
    }
}
