package dev.understudy.feature;

import dev.understudy.schema.Vendor;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** H2's features, among the acceptance tests. */
class H2FeaturesTest {
    @TempDir
    private Path folder;

    static Stream<FeatureScript> all() {
        return FeatureScript.of(Vendor.H2).stream();
    }

    @Tag("acceptance")
    @ParameterizedTest(name = "{0}")
    @MethodSource("all")
    void every(FeatureScript script) throws Exception {
        new FeatureRoundTrip(script, name -> "jdbc:h2:file:" + folder.resolve(name), folder).run();
    }
}
