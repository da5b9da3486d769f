package dev.understudy.clone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.commandline.CommandLineRun;
import dev.understudy.servers.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables without rows whose checks take only some texts: plan says how many rows there will be, and clone keeps it. */
class FillJudgedTest {
    private static final int ROWS = 100;
    private static final List<String> SCHEMA = List.of(
            "CREATE SCHEMA own",
            "CREATE FUNCTION own.is_tidy(text) RETURNS boolean LANGUAGE sql IMMUTABLE"
                    + " AS $$ SELECT $1 = btrim($1) AND $1 <> '' $$",
            "CREATE FUNCTION own.is_function(text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$"
                    + " BEGIN PERFORM $1::regproc; RETURN $1 LIKE 'own.%'; EXCEPTION WHEN OTHERS THEN RETURN false; END $$",
            "CREATE FUNCTION own.never(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT false $$",
            "CREATE TABLE size_class (id smallint UNIQUE CHECK (id IN (1, 2, 3, 4)), label text PRIMARY KEY)",
            "CREATE TABLE parcel (id serial PRIMARY KEY, class_id smallint NOT NULL REFERENCES size_class (id),"
                    + " code text NOT NULL UNIQUE CHECK (code ~ '^\\w+$'),"
                    + " zone char(5) NOT NULL CHECK (zone ~ '^[A-Z]{2}-\\d{2}$'),"
                    + " note text CHECK (own.is_tidy(note)))",
            "CREATE TABLE worker (id serial PRIMARY KEY,"
                    + " handler text NOT NULL DEFAULT 'own.is_tidy' CHECK (own.is_function(handler)))",
            "CREATE TABLE odd (id serial PRIMARY KEY, word text NOT NULL CHECK (own.never(word)))",
            "CREATE TABLE odd_child (id serial PRIMARY KEY, odd_id int NOT NULL REFERENCES odd)",
            "CREATE SEQUENCE below START -1 INCREMENT -1",
            "CREATE TABLE backwards (id bigint PRIMARY KEY DEFAULT nextval('below'), name text NOT NULL)");

    @TempDir
    private Path folder;

    @Test
    void whatThePlanPromisesIsInTheTarget() throws Exception {
        String source = PostgresServer.shared().createDatabase("judged");
        String target = PostgresServer.shared().createDatabase("judged_filled");
        try (Connection connection = DriverManager.getConnection(source);
                Statement statement = connection.createStatement()) {
            for (String sql : SCHEMA) {
                statement.execute(sql);
            }
        }

        JsonNode plan = run("plan", "--source", source);
        JsonNode clone = run(
                "clone",
                "--source",
                source,
                "--target",
                target,
                "--model",
                folder.resolve("m.understudy").toString());

        Map<String, Long> planned = rows(plan);
        assertThat(planned)
                .containsEntry("public.parcel", (long) ROWS)
                .containsEntry("public.worker", (long) ROWS)
                .containsEntry("public.size_class", 4L)
                .containsEntry("public.odd", 0L)
                .containsEntry("public.odd_child", 0L);
        assertThat(rows(clone)).isEqualTo(planned);
        assertThat(clone.path("warnings").toString())
                .contains("\"no-text-passes\"", "odd_word_check", "\"emptied-by-parent\"")
                .doesNotContain("check-not-understood");
        assertThat(broken(target)).isZero();
        try (Connection connection = DriverManager.getConnection(target)) {
            new PlainCheck(connection).noOrphans();
            new PlainCheck(connection).noDuplicates();
        }
    }

    private static long broken(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            // The counter still stands before all rows.
            statement.execute("INSERT INTO backwards (name) VALUES ('one more')");
            PlainCheck check = new PlainCheck(connection);
            return check.number("SELECT count(*) FROM parcel WHERE code !~ '^\\w+$' OR zone !~ '^[A-Z]{2}-\\d{2}$'"
                            + " OR NOT own.is_tidy(note)")
                    + check.number("SELECT count(*) FROM worker WHERE NOT own.is_function(handler)")
                    + check.number("SELECT count(*) FROM backwards WHERE id = -1 AND name <> 'one more'");
        }
    }

    private static JsonNode run(String... arguments) throws Exception {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--rows-per-empty-table", "" + ROWS, "--output", "json"));
        CommandLineRun run = CommandLineRun.of(all.toArray(String[]::new));
        assertThat(run.status()).as(run.err() + run.out()).isZero();
        return run.json();
    }

    private static Map<String, Long> rows(JsonNode result) {
        Map<String, Long> rows = new HashMap<>();
        result.path("tables")
                .forEach(table -> rows.put(
                        table.path("name").asText(), table.path("targetRows").asLong()));
        return rows;
    }
}
