package dev.understudy.definition;

import dev.understudy.servers.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** A PostgreSQL database of our own with whatever the data sets do not have; see {@code odd-catalog.sql}. */
final class OddCatalog {
    private OddCatalog() {}

    /** Makes it under a name of its own; returns its URL. */
    static String create(String database) {
        String url = PostgresServer.shared().createDatabase(database);
        try (InputStream script = OddCatalog.class.getResourceAsStream("odd-catalog.sql")) {
            // One statement at a time: the driver cuts a script inside of BEGIN ATOMIC.
            run(url, new String(script.readAllBytes(), StandardCharsets.UTF_8).split(";\\s*\n"));
            return url;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static void run(String url, String... commands) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
