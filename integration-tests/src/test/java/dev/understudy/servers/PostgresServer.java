package dev.understudy.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

/**
 * PostgreSQL: the server that {@code UNDERSTUDY_TEST_POSTGRES_URL} names (a JDBC URL of a superuser with user and
 * password in it), else an embedded one. The embedded one takes about 5 s to start and ends with the JVM.
 */
public final class PostgresServer implements DatabaseServer {
    /** The one server of this run of the tests, started at the first use. */
    public static PostgresServer shared() {
        return Shared.SERVER;
    }

    private static final class Shared {
        private static final PostgresServer SERVER = start();
    }

    private final String adminUrl;

    private PostgresServer(String adminUrl) {
        this.adminUrl = adminUrl;
    }

    private static PostgresServer start() {
        String named = System.getenv("UNDERSTUDY_TEST_POSTGRES_URL");
        return new PostgresServer(named == null || named.isBlank() ? startEmbedded() : named);
    }

    private static String startEmbedded() {
        try {
            // The server stops by zonky's own shutdown hook. Nothing here has to survive a power cut.
            @SuppressWarnings("resource")
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("synchronous_commit", "off")
                    .setServerConfig("full_page_writes", "off")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("timezone", "UTC")
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            return server.getJdbcUrl("postgres", "postgres") + "&password=postgres";
        } catch (IOException problem) {
            throw new UncheckedIOException("The embedded PostgreSQL does not start", problem);
        }
    }

    @Override
    public String createDatabase(String name) {
        String database = PREFIX + name;
        try (Connection connection = DriverManager.getConnection(adminUrl);
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database + " with (force)");
            statement.execute("create database " + database + " template template0 encoding 'UTF8'");
        } catch (SQLException problem) {
            throw new IllegalStateException("Cannot create the database " + database, problem);
        }
        return adminUrl.replaceFirst("(//[^/]+/)[^?]*", "$1" + database);
    }

    @Override
    public String user() {
        return JdbcUrls.parameter(adminUrl, "user");
    }

    @Override
    public String password() {
        return JdbcUrls.parameter(adminUrl, "password");
    }
}
