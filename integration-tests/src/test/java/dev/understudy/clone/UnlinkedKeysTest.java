package dev.understudy.clone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.commandline.CommandLineRun;
import dev.understudy.servers.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key that is that of another table, also in rows that do without the link: a part of it that may be null says so. */
class UnlinkedKeysTest {
    private static final String SCHEMA = """
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

    @TempDir
    private Path folder;

    @Test
    void noRowIsLeftOut() throws Exception {
        PostgresServer server = PostgresServer.shared();
        String source = server.createDatabase("unlinked");
        String target = server.createDatabase("unlinked_copy");
        try (Connection connection = DriverManager.getConnection(source);
                Statement statement = connection.createStatement()) {
            statement.execute(SCHEMA);
        }
        CommandLineRun run = CommandLineRun.of(
                "clone",
                "--source",
                source,
                "--target",
                target,
                "--model",
                folder.resolve("m").toString(),
                "--output",
                "json");

        assertThat(run.status()).as(run.err() + run.out()).isZero();
        JsonNode result = run.json();
        assertThat(result.path("warnings")).isEmpty();
        assertThat(result.path("constraints").path("violations")).isEmpty();
        try (Connection connection = DriverManager.getConnection(target)) {
            PlainCheck check = new PlainCheck(connection);
            assertThat(check.number("SELECT count(*) FROM certificate")).isEqualTo(99);
            check.noOrphans();
        }
    }
}
