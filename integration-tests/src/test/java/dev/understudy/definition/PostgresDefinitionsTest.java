package dev.understudy.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.schema.Schema;
import dev.understudy.servers.DataSets;
import dev.understudy.servers.PostgresServer;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.ddl.TargetDefinition;
import dev.understudy.sql.ddl.postgresql.PostgresDefinitions;
import java.util.List;
import java.util.stream.Stream;
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
        assertCopied(OddCatalog.create("odd_catalog"), "odd_catalog", "far", "of_extension");
    }

    private static void assertCopied(String source, String name, String... different) {
        Schema before = EmptyCopy.read(source);
        TargetDefinition definition = new PostgresDefinitions().define(before, SchemaNames.SAME);
        String target = PostgresServer.shared().createDatabase(name + "_copy");
        EmptyCopy.create(target, definition);
        SchemasEqual.check(EmptyCopy.comparable(EmptyCopy.read(target)), EmptyCopy.comparable(before));
        assertThat(secondOpinion(target, different)).containsExactlyElementsOf(secondOpinion(source, different));
    }

    private static List<String> secondOpinion(String url, String... different) {
        return SecondOpinion.of(url).stream()
                .filter(line -> Stream.of(different).noneMatch(line::contains))
                .toList();
    }
}
