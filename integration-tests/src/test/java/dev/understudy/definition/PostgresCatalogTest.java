package dev.understudy.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.introspect.Introspection;
import dev.understudy.introspect.SchemaSelection;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Filling;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.ForeignKey.ColumnPair;
import dev.understudy.schema.ForeignKey.Deferrability;
import dev.understudy.schema.Schema;
import dev.understudy.schema.SchemaObject;
import dev.understudy.schema.SchemaObject.Handling;
import dev.understudy.schema.SchemaObject.Kind;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableKind;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.UniqueKey;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresCatalogTest {
    private static final String SHOP = "Odd Shop";

    private static String url;
    private static Schema schema;

    @BeforeAll
    static void read() {
        url = OddCatalog.create("odd_facts");
        schema = EmptyCopy.read(url);
    }

    @Test
    void allSchemasOfUsersWithTablesAreReadAndTablesOfExtensionsAreNot() {
        assertThat(schema.tables())
                .extracting(table -> table.name().toString())
                .containsExactly(
                        "Odd Shop.Order Item",
                        "Odd Shop.animal",
                        "Odd Shop.booking",
                        "Odd Shop.clerk",
                        "Odd Shop.dog",
                        "Odd Shop.event",
                        "Odd Shop.event North",
                        "Odd Shop.event_north_24",
                        "Odd Shop.event_north_rest",
                        "Odd Shop.event_rest",
                        "Odd Shop.event_south",
                        "Odd Shop.far",
                        "Odd Shop.select",
                        "Odd Shop.shop",
                        "dot.ted \"s.a.b \"c\" %_");
    }

    @Test
    void aDomainOverADomainHasTheTypeAndTheNullsOfItsBase() {
        Column price = column("Order Item", "price");

        assertThat(price.type().family()).isEqualTo(TypeFamily.DECIMAL);
        assertThat(price.type().sqlName()).isEqualTo("\"Odd Shop\".price");
        assertThat(price.type().baseName()).isEqualTo("numeric(12,2)");
        assertThat(List.of(price.type().precision(), price.type().scale())).containsExactly(12, 2);
        assertThat(price.nullable()).isFalse();
    }

    @Test
    void typesSayWhatTheirValuesAre() {
        assertThat(column("Order Item", "moods").type().family()).isEqualTo(TypeFamily.ARRAY);
        assertThat(column("Order Item", "moods").type().labels()).containsExactly("glad", "it's \"so\\so\"", "");
        assertThat(column("Order Item", "colour").type().labels()).containsExactly("red", "green");
        assertThat(column("Order Item", "title").type().length()).isEqualTo(40);
        assertThat(column("Order Item", "title").type().sqlName())
                .isEqualTo("character varying(40) COLLATE \"Odd Shop\".\"natural\"");
        assertThat(column("Order Item", "title").type().baseName()).isEqualTo("character varying(40)");
        assertThat(column("Order Item", "at").type().family()).isEqualTo(TypeFamily.COMPOSITE);
        assertThat(column("Order Item", "span").type().family()).isEqualTo(TypeFamily.RANGE);
        assertThat(column("Order Item", "spans").type().family()).isEqualTo(TypeFamily.RANGE);
        assertThat(column("Order Item", "name").type().family()).isEqualTo(TypeFamily.TEXT);
        assertThat(column("Order Item", "flags").type().length()).isEqualTo(3);
        assertThat(column("Order Item", "since").type().precision()).isEqualTo(3);
        assertThat(column("booking", "during").type().family()).isEqualTo(TypeFamily.RANGE);
        assertThat(column("select", "from").type().precision()).isEqualTo(64);
    }

    @Test
    void whoFillsAColumnIsKnown() {
        assertThat(column("select", "from").filling()).isEqualTo(Filling.IDENTITY_ALWAYS);
        assertThat(column("shop", "id").filling()).isEqualTo(Filling.IDENTITY_BY_DEFAULT);
        assertThat(column("clerk", "id").filling()).isEqualTo(Filling.SEQUENCE);
        assertThat(column("shop", "shared").filling()).isEqualTo(Filling.SEQUENCE);
        assertThat(column("Order Item", "label").filling()).isEqualTo(Filling.ORDINARY);
        assertThat(column("Order Item", "label").defaultExpression()).startsWith("('L-'::text || nextval(");
        assertThat(column("Order Item", "total").filling()).isEqualTo(Filling.GENERATED);
        assertThat(column("Order Item", "total").generation()).isEqualTo("((quantity)::numeric * 2.50)");
        assertThat(column("Order Item", "total").defaultExpression()).isEmpty();
    }

    @Test
    void aSharedSequenceFeedsAllItsColumnsAndASerialIsOwned() {
        assertThat(sequence("Shared Numbers").feeds())
                .containsExactly(
                        new ColumnName(shop("Order Item"), "label"),
                        new ColumnName(shop("Order Item"), "shared"),
                        new ColumnName(shop("shop"), "shared"));
        assertThat(sequence("Shared Numbers").owned()).isFalse();
        assertThat(sequence("Shared Numbers").start()).isEqualTo(100);
        assertThat(sequence("Shared Numbers").increment()).isEqualTo(5);
        assertThat(sequence("clerk_id_seq").owned()).isTrue();
        assertThat(sequence("select_from_seq").feeds()).containsExactly(new ColumnName(shop("select"), "from"));
        assertThat(sequence("select_from_seq").start()).isEqualTo(1000);
    }

    @Test
    void keysSayOnWhichRowsAndExpressionsTheyAre() {
        assertThat(table("Order Item").keys())
                .extracting(UniqueKey::name)
                .containsExactly("Order Item_pkey", "one code", "by_shout", "one red");
        UniqueKey primary = table("Order Item").primaryKey().orElseThrow();
        assertThat(primary.columns()).containsExactly("Order", "Line No");
        UniqueKey code = table("Order Item").keys().get(1);
        assertThat(code.nullsDistinct()).isFalse();
        assertThat(code.constraint()).isTrue();
        assertThat(code.definition()).isEqualTo("UNIQUE NULLS NOT DISTINCT (code) DEFERRABLE INITIALLY DEFERRED");
        UniqueKey shout = table("Order Item").keys().get(2);
        assertThat(shout.columns()).containsExactly("Order");
        assertThat(shout.expressions()).containsExactly("lower((title)::text)", "\"Odd Shop\".shout((title)::text)");
        UniqueKey red = table("Order Item").keys().get(3);
        assertThat(red.predicate()).isEqualTo("(colour = 'red'::\"Odd Shop\".\"Colour\")");
        assertThat(red.constraint()).isFalse();
    }

    @Test
    void aCheckThatOldRowsMayBreakIsNotEnforced() {
        assertThat(table("Order Item").checks())
                .extracting(check -> check.name() + " " + check.enforced())
                .containsExactly("a code true", "not yet false", "some true");
        assertThat(table("Order Item").checks().get(2).expression()).isEqualTo("(quantity > 0)");
    }

    @Test
    void anExclusionConstraintIsAnIndexThatExcludes() {
        assertThat(table("booking").indexes()).singleElement().satisfies(index -> {
            assertThat(index.exclusion()).isTrue();
            assertThat(index.columns()).containsExactly("room", "during");
            assertThat(index.definition()).startsWith("EXCLUDE USING gist (room WITH =, during WITH &&)");
        });
        assertThat(table("booking").options()).isEqualTo("UNLOGGED");
    }

    @Test
    void partitionsNameTheirTableAndTheirValues() {
        assertThat(table("event").kind()).isEqualTo(TableKind.PARTITIONED);
        assertThat(table("event").partitioning()).isEqualTo("PARTITION BY LIST (region)");
        assertThat(table("event North").kind()).isEqualTo(TableKind.PARTITION);
        assertThat(table("event North").inherits()).containsExactly(shop("event"));
        assertThat(table("event North").partitioning())
                .isEqualTo("PARTITION BY RANGE (happened)\nFOR VALUES IN ('north', 'it''s far')");
        assertThat(table("event_north_24").partitioning())
                .isEqualTo("FOR VALUES FROM ('2023-12-31 23:00:00+00') TO ('2024-12-31 23:00:00+00')");
        assertThat(table("event_rest").partitioning()).isEqualTo("DEFAULT");
        assertThat(table("dog").kind()).isEqualTo(TableKind.INHERITED);
        assertThat(table("dog").inherits()).containsExactly(shop("animal"));
        assertThat(table("far").kind()).isEqualTo(TableKind.FOREIGN);
    }

    @Test
    void linksAreWholeAndThoseOfPartitionsCountForTheirTable() {
        assertThat(schema.foreignKeys())
                .extracting(ForeignKey::name)
                .containsExactly(
                        "clerk_shop_fkey",
                        "event_clerk_fkey",
                        "rest_shop",
                        "select_parent_fkey",
                        "to item",
                        "shop_manager_fkey");
        ForeignKey item = schema.foreignKeys().get(4);
        assertThat(item.columns())
                .containsExactly(new ColumnPair("Order", "Order"), new ColumnPair("Line No", "Line No"));
        assertThat(item.optional()).isTrue();
        assertThat(item.onUpdate()).isEqualTo("CASCADE");
        assertThat(item.definition()).endsWith("MATCH FULL ON UPDATE CASCADE NOT VALID");
        assertThat(schema.foreignKeys().get(0).deferrability()).isEqualTo(Deferrability.INITIALLY_IMMEDIATE);
        assertThat(schema.foreignKeys().get(5).deferrability()).isEqualTo(Deferrability.INITIALLY_DEFERRED);
        assertThat(schema.foreignKeys().get(3).onDelete()).isEqualTo("SET NULL");
        ForeignKey lifted = schema.foreignKeys().get(2);
        assertThat(lifted.child()).isEqualTo(shop("event"));
        assertThat(lifted.declared()).isFalse();
        assertThat(objects(Kind.PARTITION_FOREIGN_KEY))
                .containsExactly("Odd Shop.event_rest.rest_shop", "Odd Shop.event_south.south_clerk");
    }

    @Test
    void waysOutOfTheDatabaseAreListedAndNotPassedOn() {
        assertThat(handled(Handling.WITHHOLD))
                .containsExactlyInAnyOrder(
                        "USER_MAPPING public on elsewhere",
                        "FOREIGN_SERVER elsewhere",
                        "FOREIGN_TABLE Odd Shop.far",
                        "VIEW Odd Shop.far_view",
                        "MATERIALIZED_VIEW Odd Shop.far_kept",
                        "MATERIALIZED_VIEW Odd Shop.far_asked",
                        "PUBLICATION changes",
                        "EVENT_TRIGGER watch");
        assertThat(handled(Handling.CREATE_DISABLED))
                .containsExactlyInAnyOrder(
                        "TRIGGER Odd Shop.Order Item.dump All",
                        "TRIGGER Odd Shop.shop.tell_others",
                        "TRIGGER Odd Shop.shop.sleeping");
        assertThat(schema.toString()).doesNotContain("Tr0ub4dor").doesNotContain("ENABLE ALWAYS TRIGGER tell_others");
    }

    @Test
    void objectsNameTheTablesAndViewsThatTheyNeed() {
        assertThat(object("Odd Shop.a_zero").needs()).containsExactly(shop("Zero"));
        assertThat(object("Odd Shop.Zero").needs()).containsExactly(shop("Order Item"));
        assertThat(object("Odd Shop.from_zeros").needs()).containsExactly(shop("Zero"));
        assertThat(object("Odd Shop.items_of(integer)").needs()).containsExactly(shop("Order Item"));
        assertThat(object("lent.mood").kind()).isEqualTo(Kind.ENUM_TYPE);
    }

    @Test
    void theSessionIsLeftAsItWas() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("SET search_path = 'Odd Shop'");
            statement.execute("SET TimeZone = 'Asia/Tokyo'");
            connection.setReadOnly(true);
            connection.setAutoCommit(false);

            Introspection.read(connection, SchemaSelection.of(SHOP));

            try (var row =
                    statement.executeQuery("SELECT current_setting('search_path') || current_setting('TimeZone')")) {
                row.next();
                assertThat(connection.isReadOnly()).isTrue();
                assertThat(connection.getAutoCommit()).isFalse();
                assertThat(row.getString(1)).isEqualTo("\"Odd Shop\"Asia/Tokyo");
            }
        }
    }

    @Test
    void aUserWithoutAnyRightReadsTheSame() throws SQLException {
        OddCatalog.run(url, "DROP ROLE IF EXISTS understudy_test_nobody", "CREATE ROLE understudy_test_nobody");
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("SET ROLE understudy_test_nobody");

            Schema read = Introspection.read(connection, SchemaSelection.DEFAULT);

            SchemasEqual.check(EmptyCopy.comparable(read), EmptyCopy.comparable(schema));
        }
    }

    @Test
    void ofASchemaThatIsNotSelectedOnlyTypesAndRoutinesAreLent() {
        String other = dev.understudy.servers.PostgresServer.shared().createDatabase("lent_parts");
        OddCatalog.run(
                other,
                "CREATE SCHEMA shop; CREATE SCHEMA lib; CREATE TYPE lib.size AS ENUM ('s', 'l')",
                "CREATE TABLE lib.maker (id int PRIMARY KEY); CREATE FUNCTION lib.one() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE FUNCTION lib.two() RETURNS int LANGUAGE sql AS 'SELECT 2'",
                "CREATE TABLE shop.shoe (id int DEFAULT lib.one(), size lib.size, maker int CONSTRAINT made REFERENCES lib.maker)",
                "CREATE VIEW shop.made_by AS SELECT m.id FROM lib.maker m");

        Schema read = EmptyCopy.read(other, "shop");

        assertThat(read.objects())
                .extracting(object -> object.kind() + " " + object.name() + " " + object.handling())
                .containsExactlyInAnyOrder(
                        "SCHEMA shop CREATE",
                        "SCHEMA lib CREATE",
                        "ENUM_TYPE lib.size CREATE",
                        "ROUTINE lib.one() CREATE",
                        "VIEW shop.made_by WITHHOLD",
                        "OTHER shop.shoe.made WITHHOLD");
    }

    private static List<String> handled(Handling handling) {
        return schema.objects().stream()
                .filter(object -> object.handling() == handling)
                .map(object -> object.kind() + " " + object.name())
                .toList();
    }

    private static List<String> objects(Kind kind) {
        return schema.objects().stream()
                .filter(object -> object.kind() == kind)
                .map(object -> object.name().toString())
                .toList();
    }

    private static SchemaObject object(String name) {
        return schema.objects().stream()
                .filter(object -> object.name().toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static dev.understudy.schema.Sequence sequence(String name) {
        return schema.sequences().stream()
                .filter(sequence -> sequence.name().equals(shop(name)))
                .findFirst()
                .orElseThrow();
    }

    private static Column column(String table, String column) {
        return table(table).column(column).orElseThrow();
    }

    private static Table table(String name) {
        return schema.table(shop(name)).orElseThrow();
    }

    private static TableName shop(String name) {
        return new TableName(SHOP, name);
    }
}
