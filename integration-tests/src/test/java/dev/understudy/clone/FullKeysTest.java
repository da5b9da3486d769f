package dev.understudy.clone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.commandline.CommandLineRun;
import dev.understudy.servers.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys that have hardly more values than there are rows: no row is left out, since a plan could not foretell that. */
class FullKeysTest {
    /** A key that is that of another table, also in rows that do without the link: a part of it that may be null says so. */
    private static final String BORROWED = """
            CREATE TABLE store (id varchar(20) PRIMARY KEY, name varchar(40) NOT NULL);
            CREATE TABLE library (
              id varchar(20) PRIMARY KEY, store_id varchar(20) NOT NULL REFERENCES store, kind varchar(10) NOT NULL, UNIQUE (store_id, id, kind));
            CREATE TABLE certificate (
              id varchar(20) PRIMARY KEY, store_id varchar(20) NOT NULL REFERENCES store, kind varchar(10), bits int NOT NULL,
              FOREIGN KEY (store_id, id, kind) REFERENCES library (store_id, id, kind));
            INSERT INTO store SELECT 's_' || md5('s' || i)::varchar(12), 'Store ' || i FROM generate_series(1, 100) i;
            INSERT INTO library SELECT 'l_' || md5('l' || i)::varchar(12), 's_' || md5('s' || i)::varchar(12), (ARRAY['a', 'b', 'c'])[1 + i % 3]
              FROM generate_series(1, 100) i;
            INSERT INTO certificate
              SELECT id, store_id, CASE WHEN n % 20 > 0 THEN kind END, 256 + 128 * (n % 3)
              FROM (SELECT *, row_number() OVER (ORDER BY id) AS n FROM library) l WHERE n < 100;
            """;

    /** Of so few rows nothing is learned. */
    private static final String FEW = """
            CREATE TABLE once (id boolean PRIMARY KEY, content text NOT NULL);
            INSERT INTO once VALUES (true, 'one'), (false, 'two');
            CREATE TABLE mood (day date PRIMARY KEY, good boolean, UNIQUE NULLS NOT DISTINCT (good));
            INSERT INTO mood VALUES ('2020-01-01', true), ('2021-01-05', false), ('2022-03-01', null);
            """;

    /** One row at most, as tables say it that hold a state of a whole system. */
    private static final String ONE_ROW = """
            CREATE TABLE version (version bigint NOT NULL, touched timestamp NOT NULL);
            CREATE UNIQUE INDEX ON version ((version IS NOT NULL));
            CREATE TABLE job (batch bigint NOT NULL, touched timestamp NOT NULL);
            CREATE UNIQUE INDEX ON job ((batch IS NOT NULL));
            """;

    @TempDir
    private Path folder;

    @Test
    void rowsWithoutTheLinkTakeWhatOthersLeave() throws Exception {
        try (Connection target = cloned("borrowed", BORROWED)) {
            PlainCheck copy = new PlainCheck(target);
            assertThat(copy.number("SELECT count(*) FROM certificate")).isEqualTo(99);
            copy.noOrphans();
        }
    }

    @Test
    void whereNothingIsLearnedOrdinaryValuesDo() throws Exception {
        try (Connection target = cloned("few", FEW)) {
            PlainCheck copy = new PlainCheck(target);
            assertThat(copy.number("SELECT count(*) FROM once")).isEqualTo(2);
            assertThat(copy.number("SELECT count(*) FROM mood")).isEqualTo(3);
        }
    }

    @Test
    void aKeyThatNoOtherNumberFreesIsSoonGivenUp() throws Exception {
        String source = PostgresServer.shared().createDatabase("one_row");
        try (Connection connection = DriverManager.getConnection(source);
                Statement statement = connection.createStatement()) {
            statement.execute(ONE_ROW);
        }
        // Hundreds of thousands of numbers were tried for each row, which took minutes.
        CommandLineRun run = assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> CommandLineRun.of(
                        "plan",
                        "--source",
                        source,
                        "--target",
                        PostgresServer.shared().createDatabase("one_row_target"),
                        "--rows-per-empty-table",
                        "1000",
                        "--output",
                        "json"));

        assertThat(run.status()).as(run.err() + run.out()).isZero();
        assertThat(run.json().path("tables"))
                .hasSize(2)
                .allSatisfy(
                        table -> assertThat(table.path("targetRows").asInt()).isOne());
    }

    private Connection cloned(String name, String schema) throws Exception {
        PostgresServer server = PostgresServer.shared();
        String source = server.createDatabase(name + "_keys");
        String target = server.createDatabase(name + "_keys_copy");
        try (Connection connection = DriverManager.getConnection(source);
                Statement statement = connection.createStatement()) {
            statement.execute(schema);
        }
        CommandLineRun run = CommandLineRun.of(
                "clone",
                "--source",
                source,
                "--target",
                target,
                "--model",
                folder.resolve(name).toString(),
                "--output",
                "json");

        assertThat(run.status()).as(run.err() + run.out()).isZero();
        JsonNode result = run.json();
        assertThat(result.path("warnings")).isEmpty();
        assertThat(result.path("constraints").path("violations")).isEmpty();
        return DriverManager.getConnection(target);
    }
}
