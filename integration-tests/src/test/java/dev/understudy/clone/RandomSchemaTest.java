package dev.understudy.clone;

import dev.understudy.schema.Vendor;
import dev.understudy.servers.MariaDbServer;
import dev.understudy.servers.PostgresServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas that nobody thought of, filled and cloned. */
class RandomSchemaTest {
    private static final int ROWS = 50;
    private static final long FIRST_OF_MANY = 100;
    private static final int MANY = 20;

    @TempDir
    private Path folder;

    static LongStream many() {
        String one = System.getProperty("random.schema.seed", "");
        return one.isEmpty()
                ? LongStream.concat(LongStream.of(2, 3), LongStream.range(FIRST_OF_MANY, FIRST_OF_MANY + MANY))
                : java.util.Arrays.stream(one.split(",")).mapToLong(Long::parseLong);
    }

    @ParameterizedTest
    @ValueSource(longs = 1)
    void postgres(long seed) throws Exception {
        inPostgres(seed);
    }

    @ParameterizedTest
    @ValueSource(longs = 1)
    void h2(long seed) throws Exception {
        inH2(seed);
    }

    @ParameterizedTest
    @ValueSource(longs = 1)
    void mariaDb(long seed) throws Exception {
        inMariaDb(seed);
    }

    @Tag("acceptance")
    @ParameterizedTest
    @MethodSource("many")
    void manyInMariaDb(long seed) throws Exception {
        inMariaDb(seed);
    }

    @Tag("acceptance")
    @ParameterizedTest
    @MethodSource("many")
    void manyInPostgres(long seed) throws Exception {
        inPostgres(seed);
    }

    @Tag("acceptance")
    @ParameterizedTest
    @MethodSource("many")
    void manyInH2(long seed) throws Exception {
        inH2(seed);
    }

    private static void inPostgres(long seed) throws Exception {
        PostgresServer server = PostgresServer.shared();
        fill(
                "postgresql seed " + seed,
                new RandomSchema(seed, Vendor.POSTGRESQL),
                server.createDatabase("random_" + seed),
                server.createDatabase("random_filled_" + seed),
                server.createDatabase("random_copy_" + seed));
    }

    private static void inMariaDb(long seed) throws Exception {
        MariaDbServer server = MariaDbServer.shared();
        fill(
                "mariadb seed " + seed,
                new RandomSchema(seed, Vendor.MARIADB),
                server.createDatabase("random_" + seed),
                server.createDatabase("random_filled_" + seed),
                server.createDatabase("random_copy_" + seed));
    }

    private void inH2(long seed) throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("random");
        fill("h2 seed " + seed, new RandomSchema(seed, Vendor.H2), url, url + "_filled", url + "_copy");
    }

    private static void fill(String name, RandomSchema schema, String source, String filled, String copy)
            throws Exception {
        make(schema, source);
        try {
            FillContract.fillAndClone(name, source, filled, copy, ROWS);
        } catch (AssertionError e) {
            throw new AssertionError(name + ", " + schema + ":\n" + String.join(";\n", schema.statements()), e);
        }
    }

    private static void make(RandomSchema schema, String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String sql : schema.statements()) {
                try {
                    statement.execute(sql);
                } catch (SQLException e) {
                    throw new SQLException(sql, e);
                }
            }
        }
    }
}
