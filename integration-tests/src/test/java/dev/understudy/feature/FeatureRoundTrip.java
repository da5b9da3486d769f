package dev.understudy.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assumptions;

/**
 * What must hold for every feature: it is planned, cloned and verified; its schema alone, without a row, is planned, filled
 * and verified, and what came of it cloned and verified again; every table has rows.
 */
final class FeatureRoundTrip {
    private static final String ROWS = "100";

    private final FeatureScript script;
    private final UnaryOperator<String> databases;
    private final Path folder;
    private final Map<String, String> urls = new HashMap<>();

    /** @param databases makes an empty database of a name, returns its URL */
    FeatureRoundTrip(FeatureScript script, UnaryOperator<String> databases, Path folder) {
        this.script = script;
        this.databases = databases;
        this.folder = folder;
    }

    void run() throws Exception {
        String source = loaded("");
        RoundTrip trip = new RoundTrip(script.vendor(), source, folder);
        assertThat(trip.cloned(source, url("copy")).kinds())
                .as("warnings of the plan")
                .containsAll(script.warnings());
        trip.cloned(trip.emptied(loaded("bare")), url("filled"), "--rows-per-empty-table", ROWS);
        trip.cloned(url("filled"), url("refilled"));
        assertThat(RoundTrip.withoutRows(url("filled")))
                .as("tables without rows")
                .isEqualTo(new TreeSet<>(script.left().keySet()));
    }

    private String url(String name) {
        return urls.computeIfAbsent(name, n -> databases.apply(script.databaseName() + "_" + n));
    }

    private String loaded(String name) throws SQLException {
        String url = url("source" + name);
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            if (script.needs().isPresent()) {
                try (var rows = statement.executeQuery("SELECT count(*) FROM pg_available_extensions WHERE name = '"
                        + script.needs().get() + "'")) {
                    rows.next();
                    Assumptions.assumeTrue(
                            rows.getInt(1) > 0,
                            "The server lacks the extension " + script.needs().get());
                }
            }
            statement.execute(script.sql());
            while (statement.getMoreResults() || statement.getUpdateCount() >= 0) {
                // Errors of later statements only come with their results.
            }
        }
        return url;
    }
}
