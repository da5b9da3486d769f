package dev.understudy.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataSetsTest {
    private static final String COUNT_POSTGRES = """
            select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition
            and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg_toast%'""";

    private static final String COUNT_MARIADB = """
            select count(*) from information_schema.tables
            where table_schema = database() and table_type = 'BASE TABLE'""";

    @ParameterizedTest
    @CsvSource({"chinook, 11", "northwind, 14", "pagila, 15"})
    void aSmallPostgresSetLoadsWhole(String name, int tables) throws SQLException {
        assertThat(number(DataSets.postgres(name, name + "_load"), COUNT_POSTGRES))
                .isEqualTo(tables);
    }

    @Tag("acceptance")
    @ParameterizedTest
    @CsvSource({"employees, 7", "lahman, 27", "netbox, 189", "omop54, 39", "gtfs_caltrain, 10", "tpch_001, 8"})
    void aLargePostgresSetLoadsWhole(String name, int tables) throws SQLException {
        assertThat(number(DataSets.postgres(name, name + "_load"), COUNT_POSTGRES))
                .isEqualTo(tables);
    }

    @ParameterizedTest
    @CsvSource({"chinook, 11", "northwind, 13", "sakila, 16"})
    void aSmallMariaDbSetLoadsWhole(String name, int tables) throws SQLException {
        assertThat(number(DataSets.mariaDb(name, name + "_load"), COUNT_MARIADB))
                .isEqualTo(tables);
    }

    @Tag("acceptance")
    @ParameterizedTest
    @CsvSource("employees, 6")
    void aLargeMariaDbSetLoadsWhole(String name, int tables) throws SQLException {
        assertThat(number(DataSets.mariaDb(name, name + "_load"), COUNT_MARIADB))
                .isEqualTo(tables);
    }

    private static int number(String url, String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
