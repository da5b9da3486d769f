package dev.understudy.feature;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.understudy.schema.Vendor;
import dev.understudy.servers.DataSets;
import dev.understudy.servers.MariaDbServer;
import dev.understudy.servers.PostgresServer;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Real databases: each is cloned; then its schema alone, without rows, is filled, and what came of it cloned again. Figures
 * of each go to {@code target/round-trips.md}. Any folder of dumps can be tried with {@code -Ddatasets.dir=FOLDER}, and
 * single sets of it with {@code -Ddatasets.only=a,b}.
 */
@Tag("acceptance")
class DataSetRoundTripTest {
    private static final String ROWS = "100";
    /** Share of the tables that may stay without rows, each of them named with its reason. */
    private static final double MAY_STAY_EMPTY = 0.01;

    @TempDir
    private Path folder;

    static Stream<String> postgresSets() {
        return DataSets.names("postgresql");
    }

    static Stream<String> mariaDbSets() {
        return DataSets.names("mariadb");
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("postgresSets")
    void postgres(String name) throws Exception {
        check(Vendor.POSTGRESQL, name, DataSets::postgres, PostgresServer.shared()::createDatabase);
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("mariaDbSets")
    void mariaDb(String name) throws Exception {
        check(Vendor.MARIADB, name, DataSets::mariaDb, MariaDbServer.shared()::createDatabase);
    }

    /**
     * @param load      loads a set into a database of a name, returns its URL
     * @param databases makes an empty database of a name, returns its URL
     */
    private void check(Vendor vendor, String name, BinaryOperator<String> load, UnaryOperator<String> databases)
            throws Exception {
        String source = load.apply(name, "real_" + name);
        RoundTrip trip = new RoundTrip(vendor, source, folder);
        RoundTrip.Outcome copied = trip.cloned(source, databases.apply("real_copy_" + name));
        String filled = databases.apply("real_filled_" + name);
        RoundTrip.Outcome fill = trip.cloned(trip.emptied(source), filled, "--rows-per-empty-table", ROWS);
        RoundTrip.Outcome refilled = trip.cloned(filled, databases.apply("real_copy_" + name));
        Set<String> without = RoundTrip.withoutRows(filled);
        int tables = fill.result().path("tables").size();
        RoundTripFigures.of(vendor, name, trip, copied, fill, refilled, without.size())
                .write();
        assertThat(without).as("tables without rows").hasSizeLessThanOrEqualTo((int) (tables * MAY_STAY_EMPTY));
        assertThat(named(fill.plan())).as("tables named by the plan").containsAll(without);
    }

    private static Set<String> named(JsonNode plan) {
        Set<String> named = new TreeSet<>();
        plan.path("warnings")
                .forEach(warning -> named.add(warning.path("object").asText().replaceFirst("^.*[.]", "")));
        return named;
    }
}
