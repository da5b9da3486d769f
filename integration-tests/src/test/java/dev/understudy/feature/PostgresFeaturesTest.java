package dev.understudy.feature;

import dev.understudy.schema.Vendor;
import dev.understudy.servers.PostgresServer;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PostgreSQL's features: the most telling in every build, all of them among the acceptance tests. */
class PostgresFeaturesTest {
    @TempDir
    private Path folder;

    static Stream<FeatureScript> all() {
        return FeatureScript.of(Vendor.POSTGRESQL).stream();
    }

    @ParameterizedTest
    @ValueSource(strings = {"partial-unique", "inheritance", "citext", "wide", "kinds"})
    void telling(String name) throws Exception {
        check(FeatureScript.of(Vendor.POSTGRESQL, name));
    }

    @Tag("acceptance")
    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void every(FeatureScript script) throws Exception {
        check(script);
    }

    private void check(FeatureScript script) throws Exception {
        new FeatureRoundTrip(script, PostgresServer.shared()::createDatabase, folder).run();
    }
}
