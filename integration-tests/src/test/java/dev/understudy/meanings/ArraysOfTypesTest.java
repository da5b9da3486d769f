package dev.understudy.meanings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.understudy.commandline.CommandLineRun;
import dev.understudy.servers.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Arrays of all types: elements are learned as columns of their type are, and made anew where such columns are. */
class ArraysOfTypesTest {
    private static final String PLANTED = """
            CREATE TYPE mood AS ENUM ('calm', 'glad', 'cross', 'gone');
            CREATE TABLE visit (id int PRIMARY KEY, days date[] NOT NULL, minutes timestamp[] NOT NULL,
              moments timestamptz[], clock time[], moods mood[] NOT NULL, refs uuid[] NOT NULL, prices numeric(8,2)[] NOT NULL,
              grid int[][] NOT NULL, tags text[] NOT NULL, notes jsonb[] NOT NULL, mails text[] NOT NULL, flags boolean[] NOT NULL,
              hosts inet[], codes varchar(8)[] NOT NULL, empty date[]);
            SELECT setseed(0.25);
            INSERT INTO visit
            SELECT i,
              (SELECT array_agg(date '2023-01-01' + (i * 13 % 500) + 7 * n ORDER BY n) FROM generate_series(1, 1 + i % 4) n),
              (SELECT array_agg(timestamp '2024-03-01' + make_interval(mins => 15 * (i * 7 % 900) + 15 * n) ORDER BY n)
                 FROM generate_series(1, 1 + i % 3) n),
              (SELECT array_agg(timestamptz '2024-03-01 00:00+00' + make_interval(secs => i * 977 % 90000 + 0.25 * n) ORDER BY n DESC)
                 FROM generate_series(1, 1 + i % 3) n),
              ARRAY[time '08:00' + make_interval(mins => 5 * (i % 96))],
              (SELECT array_agg((CASE WHEN random() < 0.6 THEN 'calm' WHEN random() < 0.75 THEN 'glad' ELSE 'cross' END)::mood)
                 FROM generate_series(1, 1 + i % 3)),
              (SELECT array_agg(gen_random_uuid()) FROM generate_series(1, 1 + i % 2)),
              (SELECT array_agg(round((5 + 90 * random())::numeric, 2)) FROM generate_series(1, 2 + i % 3)),
              (SELECT array_agg(line) FROM (SELECT ARRAY(SELECT (100 * a + 10 * b + i % 10)::int FROM generate_series(1, 1 + i % 3) b) line
                 FROM generate_series(1, 1 + i % 2) a) l),
              CASE WHEN i % 5 = 0 THEN '{}' ELSE ARRAY['red', CASE WHEN i % 3 = 0 THEN 'green, dark' ELSE 'blue' END] END,
              ARRAY[jsonb_build_object('kind', CASE WHEN i % 4 = 0 THEN 'call' ELSE 'letter' END, 'pages', 1 + i % 9)],
              ARRAY['user' || i || '@mail.example.org', 'other' || i || '@post.example.net'],
              ARRAY[i % 2 = 0, true],
              ARRAY[('10.' || i % 200 || '.3.' || i % 250)::inet],
              ARRAY['0' || lpad((i * 37 % 9999)::text, 4, '0')],
              '{}'
            FROM generate_series(1, 1500) i;
            """;

    @TempDir
    private static Path folder;

    private static String source;
    private static String target;

    @BeforeAll
    static void cloneTheSource() throws Exception {
        source = PostgresServer.shared().createDatabase("arrays");
        target = PostgresServer.shared().createDatabase("arrays_copy");
        try (Connection connection = DriverManager.getConnection(source);
                Statement statement = connection.createStatement()) {
            statement.execute(PLANTED);
        }
        CommandLineRun.of(
                        "clone",
                        "--source",
                        source,
                        "--target",
                        target,
                        "--model",
                        folder.resolve("arrays.understudy").toString())
                .done();
    }

    private static double ask(String url, String expression) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery("SELECT (" + expression + ")::float8")) {
            answer.next();
            return answer.getDouble(1);
        }
    }

    /** What is true of one row in so many, alike in both. */
    private static void assertAlike(String expression, double tolerance) throws SQLException {
        double wanted = ask(source, expression);
        double got = ask(target, expression);
        System.out.printf("%s: %.3f, made %.3f%n", expression, wanted, got);
        assertThat(got).as(expression).isCloseTo(wanted, within(tolerance));
    }

    private static String share(String condition) {
        return "(SELECT avg((" + condition + ")::int) FROM visit)";
    }

    private static String elements(String value, String column) {
        return "(SELECT avg(" + value + ") FROM visit, unnest(" + column + ") e)";
    }

    @Test
    void lengthsAreAsTheyWere() throws SQLException {
        for (String column : new String[] {"days", "minutes", "moments", "moods", "refs", "prices", "mails"}) {
            assertAlike("(SELECT avg(cardinality(" + column + ")) FROM visit)", 0.15);
            assertAlike("(SELECT max(cardinality(" + column + ")) FROM visit)", 0);
        }
        assertThat(ask(target, "(SELECT count(*) FROM visit WHERE empty <> '{}')"))
                .isZero();
    }

    @Test
    void datesKeepTheirRangeAndOrder() throws SQLException {
        assertAlike(elements("e - date '2023-01-01'", "days"), 20);
        assertAlike("(SELECT stddev(e - date '2023-01-01') FROM visit, unnest(days) e)", 15);
        assertAlike("(SELECT min(e) - date '2023-01-01' FROM visit, unnest(days) e)", 15);
        assertAlike("(SELECT max(e) - date '2023-01-01' FROM visit, unnest(days) e)", 15);
        assertAlike(share("days = ARRAY(SELECT unnest(days) ORDER BY 1)"), 0);
    }

    @Test
    void timesKeepTheirRangeOrderAndSteps() throws SQLException {
        assertAlike(elements("extract(epoch FROM e - timestamp '2024-03-01') / 3600", "minutes"), 12);
        assertAlike(share("minutes = ARRAY(SELECT unnest(minutes) ORDER BY 1)"), 0);
        assertAlike(elements("(extract(epoch FROM e)::bigint % 900 = 0)::int", "minutes"), 0);
        assertAlike(elements("extract(epoch FROM e - timestamptz '2024-03-01 00:00+00') / 3600", "moments"), 2);
        assertAlike(share("moments = ARRAY(SELECT unnest(moments) ORDER BY 1 DESC)"), 0);
        assertAlike(elements("extract(epoch FROM e) / 3600", "clock"), 0.6);
        assertAlike(elements("(extract(epoch FROM e)::int % 300 = 0)::int", "clock"), 0);
    }

    @Test
    void labelsAndFlagsAreAsFrequent() throws SQLException {
        for (String mood : new String[] {"calm", "glad", "cross", "gone"}) {
            assertAlike(elements("(e = '" + mood + "')::int", "moods"), 0.05);
        }
        assertAlike(elements("e::int", "flags"), 0.05);
        assertAlike(share("tags = '{}'"), 0.05);
        assertAlike(elements("(e = 'green, dark')::int", "tags"), 0.05);
        assertThat(ask(target, elements("(e IN ('red', 'green, dark', 'blue'))::int", "tags")))
                .isEqualTo(1);
    }

    @Test
    void numbersAndGridsKeepTheirForm() throws SQLException {
        assertAlike(elements("e", "prices"), 3);
        assertAlike("(SELECT stddev(e) FROM visit, unnest(prices) e)", 3);
        assertAlike(share("array_length(grid, 1) = 2"), 0.06);
        assertAlike(share("array_length(grid, 2) = 3"), 0.06);
        assertAlike(elements("e", "grid"), 12);
    }

    @Test
    void whatSaysWhoItIsIsMadeAnew() throws SQLException {
        String real = "SELECT e FROM visit, unnest(%s) e";
        for (String column : new String[] {"refs", "mails", "hosts"}) {
            try (Connection one = DriverManager.getConnection(source);
                    Connection other = DriverManager.getConnection(target);
                    ResultSet wanted = one.createStatement()
                            .executeQuery(
                                    "SELECT array_agg(DISTINCT e::text) FROM (" + real.formatted(column) + ") x")) {
                wanted.next();
                var statement = other.prepareStatement(
                        "SELECT count(*) FILTER (WHERE e::text = ANY (?)), count(*), count(DISTINCT e) FROM ("
                                + real.formatted(column) + ") x");
                statement.setArray(1, wanted.getArray(1));
                ResultSet got = statement.executeQuery();
                got.next();
                System.out.printf(
                        "%s: %d of %d are real, %d different%n",
                        column, got.getLong(1), got.getLong(2), got.getLong(3));
                assertThat(got.getLong(1)).as(column).isZero();
                assertThat(got.getLong(3)).as(column).isGreaterThan(got.getLong(2) / 2);
            }
        }
        assertThat(ask(target, elements("(e LIKE '%_@_%.%')::int", "mails"))).isEqualTo(1);
        assertThat(ask(target, elements("(e ~ '^[0-9]{5}$')::int", "codes"))).isEqualTo(1);
    }

    @Test
    void documentsInArraysAreLearnedByPath() throws SQLException {
        assertAlike(elements("(e->>'kind' = 'call')::int", "notes"), 0.05);
        assertAlike(elements("(e->>'pages')::int", "notes"), 0.5);
        assertThat(ask(
                        target,
                        elements(
                                "(e->>'kind' IN ('call', 'letter') AND (e->>'pages')::int BETWEEN 1 AND 9)::int",
                                "notes")))
                .isEqualTo(1);
    }
}
