package dev.understudy.clone;

import dev.understudy.servers.DataSets;
import dev.understudy.servers.PostgresServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real schemas without a row, filled from types, constraints and meanings; what came of it, cloned. */
class FillTest {
    private static final int ROWS = 100;

    private static void fill(String name) throws Exception {
        FillContract.fillAndClone(
                name,
                FillContract.emptied(DataSets.postgres(name, "empty_" + name)),
                PostgresServer.shared().createDatabase("filled_" + name),
                PostgresServer.shared().createDatabase("filled_copy_" + name),
                ROWS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"chinook", "pagila"})
    void small(String name) throws Exception {
        fill(name);
    }

    @ParameterizedTest
    @Tag("acceptance")
    @ValueSource(strings = {"northwind", "employees", "gtfs_caltrain", "tpch_001", "lahman", "omop54", "netbox"})
    void large(String name) throws Exception {
        fill(name);
    }
}
