package dev.understudy.feature;

import dev.understudy.schema.Vendor;
import dev.understudy.servers.MariaDbServer;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** MariaDB's features, among the acceptance tests. */
class MariaDbFeaturesTest {
    @TempDir
    private Path folder;

    static Stream<FeatureScript> all() {
        return FeatureScript.of(Vendor.MARIADB).stream();
    }

    @Tag("acceptance")
    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void every(FeatureScript script) throws Exception {
        check(script);
    }

    private void check(FeatureScript script) throws Exception {
        new FeatureRoundTrip(
                        script,
                        name -> {
                            String url = MariaDbServer.shared().createDatabase(name);
                            return url + (url.contains("?") ? "&" : "?") + "allowMultiQueries=true";
                        },
                        folder)
                .run();
    }
}
