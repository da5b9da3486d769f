package dev.understudy.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.understudy.connect.Access;
import dev.understudy.connect.Database;
import dev.understudy.data.RowSink;
import dev.understudy.introspect.Introspection;
import dev.understudy.introspect.SchemaSelection;
import dev.understudy.load.BeforeCommit;
import dev.understudy.read.SnapshotSettings;
import dev.understudy.read.SnapshotSource;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.Vendor;
import dev.understudy.servers.DataSets;
import dev.understudy.servers.MariaDbServer;
import dev.understudy.servers.PostgresServer;
import dev.understudy.sql.ddl.Notice;
import dev.understudy.sql.ddl.Phase;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.ddl.TargetDefinition;
import dev.understudy.sql.statement.RowStatements;
import dev.understudy.sql.statement.Violations;
import dev.understudy.sql.vendor.DefaultSchemaNames;
import dev.understudy.sql.vendor.Definitions;
import dev.understudy.vendor.Vendors;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Real rows of one vendor in the tables made for them in another. */
class CrossVendorDefinitionsTest {
    /** What a target looks like after all of a source has come in. */
    private record Crossing(Schema source, TargetDefinition definition, Schema copy) {
        List<String> notices(String id) {
            return definition.notices().stream()
                    .filter(notice -> notice.id().equals(id))
                    .map(Notice::object)
                    .toList();
        }
    }

    private static String h2() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    private static Crossing cross(String sourceUrl, Vendor target, String targetUrl) throws SQLException {
        String user = target == Vendor.H2 ? "sa" : "";
        String sourceUser = sourceUrl.startsWith("jdbc:h2") ? "sa" : "";
        try (Database from = Database.open(Access.of(sourceUrl, sourceUser, "").asSource());
                Database to = Database.open(Access.of(targetUrl, user, ""));
                Connection reading = from.connect();
                Connection writing = to.connect()) {
            Schema source = Introspection.read(reading, SchemaSelection.DEFAULT);
            String home = target == Vendor.MARIADB ? writing.getCatalog() : writing.getSchema();
            SchemaNames names = DefaultSchemaNames.of(source, target, home);
            TargetDefinition definition =
                    Definitions.of(source.vendor(), target).define(source, names);
            Copies.create(writing, definition, Phase.BEFORE_LOAD);
            copyRows(from, to, source, names);
            Copies.create(writing, definition, Copies.afterLoad());
            assertEveryRowArrived(reading, writing, source, names, target);
            return new Crossing(source, definition, Introspection.read(writing, SchemaSelection.DEFAULT));
        }
    }

    private static void copyRows(Database from, Database to, Schema source, SchemaNames names) {
        List<Table> tables = source.rowTables();
        try (SnapshotSource rows = Vendors.snapshot(from, tables, SnapshotSettings.DEFAULT);
                RowSink sink = Vendors.sink(to, names, BeforeCommit.NOTHING)) {
            for (Table table : tables) {
                try (RowSink.TableWriter writer = sink.open(table.name(), table.columns())) {
                    rows.read(table.name(), table.columns(), writer::write);
                    writer.finish();
                }
            }
        }
    }

    private static void assertEveryRowArrived(
            Connection reading, Connection writing, Schema source, SchemaNames names, Vendor target)
            throws SQLException {
        for (Table table : source.rowTables()) {
            long sent = number(reading, new RowStatements(source.vendor()).count(table.name()));
            TableName there = names.target(table.name());
            assertThat(number(writing, new RowStatements(target).count(there)))
                    .as("rows of %s", there)
                    .isEqualTo(sent);
        }
        Violations violations = new Violations(target);
        for (ForeignKey key : source.foreignKeys()) {
            ForeignKey there = new ForeignKey(
                    key.name(),
                    names.target(key.child()),
                    names.target(key.parent()),
                    key.columns(),
                    key.optional(),
                    key.deferrability(),
                    true,
                    key.onDelete(),
                    key.onUpdate(),
                    "");
            assertThat(number(writing, violations.orphans(there)))
                    .as("orphans of %s", there.name())
                    .isZero();
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void assertSameShape(Crossing crossing) {
        List<Table> made = crossing.source().rowTables();
        assertThat(crossing.copy().tables()).hasSameSizeAs(made);
        for (Table table : made) {
            Table copy = crossing.copy().tables().stream()
                    .filter(other -> other.name().name().equals(table.name().name()))
                    .findFirst()
                    .orElseThrow();
            assertThat(copy.columns())
                    .extracting(column -> column.name())
                    .containsExactlyElementsOf(table.columns().stream()
                            .map(column -> column.name())
                            .toList());
            assertThat(copy.columns())
                    .extracting(column -> column.nullable())
                    .containsExactlyElementsOf(table.columns().stream()
                            .map(column -> column.nullable())
                            .toList());
            assertThat(copy.primaryKey().map(UniqueKey::columns))
                    .isEqualTo(table.primaryKey().map(UniqueKey::columns));
        }
        assertThat(crossing.copy().foreignKeys())
                .extracting(
                        key -> key.child().name() + key.columns() + key.parent().name())
                .containsExactlyInAnyOrderElementsOf(crossing.source().foreignKeys().stream()
                        .filter(ForeignKey::declared)
                        .map(key -> key.child().name()
                                + key.columns()
                                + key.parent().name())
                        .toList());
    }

    @Test
    void pagilaGoesFromPostgresToMariaDb() throws SQLException {
        String target = MariaDbServer.shared().createDatabase("cross_pagila");
        Crossing crossing = cross(DataSets.postgres("pagila", "cross_pagila"), Vendor.MARIADB, target);

        assertSameShape(crossing);
        assertThat(crossing.notices("partitions-flattened")).hasSize(1);
        assertThat(crossing.notices("link-lost")).isNotEmpty();
        assertThat(crossing.notices("view-lost")).isNotEmpty();
        assertThat(crossing.notices("trigger-lost")).isNotEmpty();
        assertThat(crossing.notices("type-changed"))
                .contains("public.film.fulltext", "public.film.special_features")
                .doesNotContain("public.film.title");
        try (Connection connection = DriverManager.getConnection(target)) {
            assertThat(text(connection, "SELECT rating FROM film WHERE film_id = 1"))
                    .isEqualTo("PG");
        }
    }

    @Test
    void pagilaGoesFromPostgresToH2() throws SQLException {
        Crossing crossing = cross(DataSets.postgres("pagila", "cross_pagila_h2"), Vendor.H2, h2());

        assertSameShape(crossing);
    }

    @Test
    void sakilaGoesFromMariaDbToPostgres() throws SQLException {
        String target = PostgresServer.shared().createDatabase("cross_sakila");
        Crossing crossing = cross(DataSets.mariaDb("sakila", "cross_sakila"), Vendor.POSTGRESQL, target);

        assertSameShape(crossing);
        try (Connection connection = DriverManager.getConnection(target)) {
            assertThat(text(connection, "SELECT special_features FROM film WHERE film_id = 1"))
                    .isEqualTo("Deleted Scenes,Behind the Scenes");
        }
    }

    @Test
    void sakilaGoesFromMariaDbToH2() throws SQLException {
        assertSameShape(cross(DataSets.mariaDb("sakila", "cross_sakila_h2"), Vendor.H2, h2()));
    }

    @Tag("acceptance")
    @Test
    void lahmanGoesFromPostgresToMariaDb() throws SQLException {
        String target = MariaDbServer.shared().createDatabase("cross_lahman");
        assertSameShape(cross(DataSets.postgres("lahman", "cross_lahman"), Vendor.MARIADB, target));
    }

    @Tag("acceptance")
    @Test
    void netboxGoesFromPostgresToMariaDbAndH2() throws SQLException {
        String source = DataSets.postgres("netbox", "cross_netbox");
        assertSameShape(cross(source, Vendor.H2, h2()));
        assertSameShape(cross(source, Vendor.MARIADB, MariaDbServer.shared().createDatabase("cross_netbox")));
    }

    private static String fixture(String url, String name) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url, "sa", "");
                var statement = connection.createStatement();
                InputStream text = CrossVendorDefinitionsTest.class.getResourceAsStream(name)) {
            for (String sql : new String(text.readAllBytes(), StandardCharsets.UTF_8).split(";\n")) {
                statement.execute(sql);
            }
        }
        return url;
    }

    @Test
    void everyTypeOfH2GoesToPostgresAndMariaDb() throws SQLException, IOException {
        String source = fixture(h2(), "h2-types.sql");

        String postgres = PostgresServer.shared().createDatabase("cross_types");
        Crossing there = cross(source, Vendor.POSTGRESQL, postgres);
        assertSameShape(there);
        assertThat(there.notices("check-lost")).containsExactly("PUBLIC.THING.FUNCTIONAL");
        try (Connection connection = DriverManager.getConnection(postgres)) {
            assertThat(text(connection, "SELECT \"U\"::text FROM \"THING\""))
                    .isEqualTo("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11");
            assertThat(text(connection, "SELECT \"DOC\"->>'a' FROM \"THING\"")).isEqualTo("1");
            assertThat(text(connection, "SELECT \"NUMS\"->>1 FROM \"THING\"")).isEqualTo("2");
            assertThat(text(connection, "SELECT encode(\"BIN\", 'hex') FROM \"THING\""))
                    .isEqualTo("deadbeef");
            assertThat(number(connection, "SELECT \"TWICE\" FROM \"THING\"")).isEqualTo(14);
        }
        String mariaDb = MariaDbServer.shared().createDatabase("cross_types");
        assertSameShape(cross(source, Vendor.MARIADB, mariaDb));
        try (Connection connection = DriverManager.getConnection(mariaDb)) {
            assertThat(text(connection, "SELECT U FROM THING")).isEqualTo("a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11");
            assertThat(text(connection, "SELECT HEX(BIN) FROM THING")).isEqualTo("DEADBEEF");
            assertThat(number(connection, "SELECT FLAG FROM THING")).isEqualTo(1);
            assertThat(number(connection, "SELECT TWICE FROM THING")).isEqualTo(14);
        }
    }

    @Test
    void checksThatBothVendorsUnderstandAreEnforced() throws SQLException, IOException {
        String source = fixture(h2(), "h2-types.sql");
        String target = PostgresServer.shared().createDatabase("cross_checks");
        cross(source, Vendor.POSTGRESQL, target);

        try (Connection connection = DriverManager.getConnection(target);
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("UPDATE \"THING\" SET \"SMALL\" = 101"))
                    .hasMessageContaining("LIMITED");
            assertThatThrownBy(() -> statement.execute("UPDATE \"THING\" SET \"MOOD\" = 'none'"))
                    .hasMessageContaining("THING_MOOD_check");
            statement.execute("INSERT INTO \"THING\" (\"ID\", \"SMALL\", \"BASE\") VALUES (9, 1, 2)");
            assertThat(text(connection, "SELECT \"CODE\" FROM \"THING\" WHERE \"SMALL\" = 1"))
                    .isEqualTo("it's");
        }
    }
}
