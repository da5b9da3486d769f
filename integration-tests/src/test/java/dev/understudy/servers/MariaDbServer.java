package dev.understudy.servers;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * MariaDB: the server that {@code UNDERSTUDY_TEST_MARIADB_URL} names (a JDBC URL of an administrator with user and
 * password in it), else a {@code mariadbd} of this machine in a private folder, else the test is skipped. The local one
 * takes about 10 s to start and ends with the JVM.
 */
public final class MariaDbServer implements DatabaseServer {
    /** The one server of this run of the tests, started at the first use; skips the test if there is none. */
    public static MariaDbServer shared() {
        Assumptions.assumeTrue(
                Shared.SERVER != null,
                "No MariaDB: set UNDERSTUDY_TEST_MARIADB_URL or install mariadb-server so that mariadbd is found");
        return Shared.SERVER;
    }

    /** One of its own on a small disk, with room for some ten megabytes of rows; ends with the JVM. */
    public static MariaDbServer on(SmallDisk disk) {
        Optional<LocalMariaDb> local = LocalMariaDb.find();
        Assumptions.assumeTrue(local.isPresent(), "No mariadbd is installed");
        return new MariaDbServer(local.get().start(disk.place(), List.of("--innodb-log-file-size=8M")));
    }

    private static final class Shared {
        private static final MariaDbServer SERVER = start();
    }

    private final String adminUrl;

    private MariaDbServer(String adminUrl) {
        this.adminUrl = adminUrl;
    }

    private static MariaDbServer start() {
        String named = System.getenv("UNDERSTUDY_TEST_MARIADB_URL");
        if (named != null && !named.isBlank()) {
            return new MariaDbServer(named);
        }
        return LocalMariaDb.find()
                .map(LocalMariaDb::start)
                .map(MariaDbServer::new)
                .orElse(null);
    }

    @Override
    public String createDatabase(String name) {
        String database = PREFIX + name;
        try (Connection connection = DriverManager.getConnection(adminUrl);
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database);
            statement.execute("create database " + database + " character set utf8mb4");
        } catch (SQLException problem) {
            throw new IllegalStateException("Cannot create the database " + database, problem);
        }
        String url = adminUrl.replaceFirst("(//[^/]+/)[^?]*", "$1" + database);
        return JdbcUrls.parameter(url, "allowLocalInfile").isEmpty()
                ? url + (url.contains("?") ? "&" : "?") + "allowLocalInfile=true"
                : url;
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
