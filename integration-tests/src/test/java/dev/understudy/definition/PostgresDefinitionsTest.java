package dev.understudy.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.schema.Schema;
import dev.understudy.servers.DataSets;
import dev.understudy.servers.PostgresServer;
import dev.understudy.sql.ddl.DdlStatement;
import dev.understudy.sql.ddl.Notice;
import dev.understudy.sql.ddl.Phase;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.ddl.TargetDefinition;
import dev.understudy.sql.ddl.postgresql.PostgresDefinitions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
        assertCopied(
                OddCatalog.create("odd_catalog"),
                "odd_catalog",
                "\"Odd Shop\".far",
                "of_extension",
                "TRIGGER tell_others",
                "TRIGGER \"dump All\"");
    }

    @Test
    void aSchemaCanHaveAnotherNameInTheCopy() {
        Schema before = EmptyCopy.read(OddCatalog.create("odd_renamed"));
        SchemaNames names = new SchemaNames(Map.of("Odd Shop", "odd_copy", "lent", "Odd Shop"));
        String target = PostgresServer.shared().createDatabase("odd_renamed_copy");

        TargetDefinition definition = new PostgresDefinitions().define(before, names);

        EmptyCopy.create(target, definition);
        Schema after = EmptyCopy.read(target);
        assertThat(after.tables()).extracting(table -> table.name().toString()).contains("odd_copy.Order Item");
        assertThat(after.tables()).extracting(table -> table.name().schema()).doesNotContain("Odd Shop");
        assertThat(after.foreignKeys()).hasSameSizeAs(before.foreignKeys());
        assertThat(after.objects())
                .extracting(object -> object.kind() + " " + object.name())
                .contains("ENUM_TYPE Odd Shop.mood");
        assertThat(definition.notices()).extracting(Notice::id).contains("schema-renamed");
    }

    @Test
    void whatTheCopyLacksIsToldOncePerObject() {
        Schema schema = EmptyCopy.read(OddCatalog.create("odd_notices"));

        TargetDefinition definition = new PostgresDefinitions().define(schema, SchemaNames.SAME);

        assertThat(definition.notices())
                .extracting(notice -> notice.id() + " " + notice.object())
                .containsExactlyInAnyOrder(
                        "object-withheld public on elsewhere",
                        "object-withheld elsewhere",
                        "object-withheld Odd Shop.far",
                        "object-withheld Odd Shop.far_view",
                        "object-withheld Odd Shop.far_kept",
                        "object-withheld Odd Shop.far_asked",
                        "object-withheld changes",
                        "object-withheld watch",
                        "trigger-disabled Odd Shop.Order Item.dump All",
                        "trigger-disabled Odd Shop.shop.tell_others",
                        "trigger-disabled Odd Shop.shop.sleeping");
        assertThat(definition.notices())
                .contains(new Notice(
                        "object-withheld",
                        "Odd Shop.far_view",
                        "The view Odd Shop.far_view is not created: it needs Odd Shop.far, which is not created."));
    }

    @Test
    void constraintsAreAddedAfterTheLoadAndConditionsOfPlainColumnsStandBefore() {
        Schema schema = EmptyCopy.read(OddCatalog.create("odd_phases"));

        TargetDefinition definition = new PostgresDefinitions().define(schema, SchemaNames.SAME);

        assertThat(definition.in(Phase.AFTER_LOAD_CHECKS))
                .extracting(DdlStatement::object)
                .containsExactly(
                        "Odd Shop.dog.a name",
                        "Odd Shop.Order Item.a code",
                        "Odd Shop.Order Item.not yet",
                        "Odd Shop.animal.a name");
        assertThat(definition.in(Phase.BEFORE_LOAD))
                .extracting(DdlStatement::sql)
                .noneMatch(sql -> sql.contains("PRIMARY KEY") || sql.contains("REFERENCES"))
                .anyMatch(sql -> sql.contains("CHECK ((quantity > 0))"));
        assertThat(definition.in(Phase.AFTER_LOAD_LINKS).get(0).sql()).contains("EXCLUDE USING gist");
        assertThat(definition.statements()).isSortedAccordingTo(Comparator.comparing(DdlStatement::phase));
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
