package dev.understudy.definition;

import dev.understudy.schema.Schema;
import dev.understudy.servers.DataSets;
import dev.understudy.servers.PostgresServer;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.ddl.TargetDefinition;
import dev.understudy.sql.ddl.postgresql.PostgresDefinitions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresDefinitionsTest {
    @ParameterizedTest
    @ValueSource(strings = {"chinook", "northwind", "pagila"})
    void theCopyOfASmallDataSetHasTheSameSchema(String name) {
        assertCopied(DataSets.postgres(name, name + "_definition"), name);
    }

    @Tag("acceptance")
    @ParameterizedTest
    @ValueSource(strings = {"employees", "gtfs_caltrain", "lahman", "netbox", "omop54", "tpch_001"})
    void theCopyOfALargeDataSetHasTheSameSchema(String name) {
        assertCopied(DataSets.postgres(name, name + "_definition"), name);
    }

    @Test
    void theCopyOfAnOddCatalogHasTheSameSchema() {
        assertCopied(oddCatalog("odd_catalog"), "odd_catalog");
    }

    static String oddCatalog(String database) {
        String url = PostgresServer.shared().createDatabase(database);
        try (InputStream script = PostgresDefinitionsTest.class.getResourceAsStream("odd-catalog.sql");
                Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            // One statement at a time: the driver cuts a script inside of BEGIN ATOMIC.
            String text = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            for (String command : text.split(";\\s*\n")) {
                statement.execute(command);
            }
            return url;
        } catch (IOException | SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static void assertCopied(String source, String name) {
        Schema before = EmptyCopy.read(source);
        TargetDefinition definition = new PostgresDefinitions().define(before, SchemaNames.SAME);
        String target = PostgresServer.shared().createDatabase(name + "_copy");
        EmptyCopy.create(target, definition);
        SchemasEqual.check(EmptyCopy.comparable(EmptyCopy.read(target)), EmptyCopy.comparable(before));
    }
}
