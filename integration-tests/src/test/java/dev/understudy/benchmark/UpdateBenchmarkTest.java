package dev.understudy.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.commandline.CommandLineRun;
import dev.understudy.commandline.DatabaseCase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What it costs to learn again after one of twenty tables has changed, beside learning all of them. */
@Tag("bench")
class UpdateBenchmarkTest {
    private static final int TABLES = 20;

    @TempDir
    Path folder;

    /** Every {@code linked} tables hang together: one, then its children. */
    private static String source(int linked, int rows) throws SQLException {
        String url = DatabaseCase.POSTGRESQL.empty("update_cost");
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT setseed(0.5)");
            for (int t = 0; t < TABLES; t++) {
                String parent =
                        t % linked == 0 ? "" : ", up int NOT NULL REFERENCES t%d (id)".formatted(t - t % linked);
                statement.execute(
                        "CREATE TABLE t%d (id int PRIMARY KEY, kind text, made date, size int, price numeric(10,2), share float8, note text%s)"
                                .formatted(t, parent));
                statement.execute("""
                        INSERT INTO t%d SELECT i, 'kind ' || k, DATE '2020-01-01' + (i %% 1500), s, s * 3 + k + round((random() * 9)::numeric, 2),
                               random() * k, 'note ' || (s / 7)%s
                        FROM (SELECT i, floor(random() * 7)::int AS k, floor(random() * random() * 400)::int AS s
                              FROM generate_series(1, %d) i) r""".formatted(
                                t, parent.isEmpty() ? "" : ", 1 + floor(random() * %d)::int".formatted(rows), rows));
            }
        }
        return url;
    }

    /** Small tables cost what connecting and reading the catalog cost, however few are learned again. */
    @ParameterizedTest
    @CsvSource({"1, 20000, 0.25", "4, 20000, 0.4", "1, 100000, 0.2"})
    void whatDidNotChangeIsNotLearnedAgain(int linked, int rows, double atMost) throws Exception {
        String source = source(linked, rows);
        String model = folder.resolve("model.understudy").toString();
        learn("--source", source, "--model", model);
        double all = learn("--source", source, "--model", model)
                .path("seconds")
                .path("total")
                .asDouble();
        try (Connection connection = DriverManager.getConnection(source);
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE t8 SET size = size + 200 WHERE id % 2 = 0");
        }

        JsonNode told = learn("--source", source, "--update", model);

        assertThat(told.path("tables")).hasSize(linked);
        double again = told.path("seconds").path("total").asDouble();
        System.out.printf(
                Locale.ROOT,
                "UpdateBenchmarkTest: %d tables linked, %d rows each, all %.1f s, one changed %.1f s, %.0f %%; %s%n",
                linked,
                rows,
                all,
                again,
                100 * again / all,
                told.path("seconds"));
        assertThat(again / all).isLessThanOrEqualTo(atMost);
    }

    private static JsonNode learn(String... more) {
        String[] words = new String[more.length + 3];
        words[0] = "learn";
        System.arraycopy(more, 0, words, 1, more.length);
        words[words.length - 2] = "--output";
        words[words.length - 1] = "json";
        return CommandLineRun.of(words).done().json();
    }
}
