package dev.understudy.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.introspect.Introspection;
import dev.understudy.introspect.SchemaSelection;
import dev.understudy.schema.Check;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Filling;
import dev.understudy.schema.Schema;
import dev.understudy.schema.SchemaObject;
import dev.understudy.schema.SchemaObject.Kind;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableKind;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.UniqueKey;
import dev.understudy.servers.DataSets;
import dev.understudy.servers.DatabaseServer;
import dev.understudy.servers.MariaDbServer;
import dev.understudy.sql.ddl.Notice;
import dev.understudy.sql.ddl.Phase;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.ddl.TargetDefinition;
import dev.understudy.sql.ddl.mariadb.MariaDbDefinitions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MariaDbDefinitionsTest {
    private static final String SOURCE = DatabaseServer.PREFIX + "def_source";
    private static final TableName T = new TableName(SOURCE, "t");

    private static String fixture() throws SQLException, IOException {
        String url = MariaDbServer.shared().createDatabase("def_source");
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement();
                InputStream text = MariaDbDefinitionsTest.class.getResourceAsStream("mariadb-fixture.sql")) {
            for (String sql : new String(text.readAllBytes(), StandardCharsets.UTF_8).split(";\n")) {
                statement.execute(sql);
            }
        }
        return url;
    }

    private static Schema read(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url)) {
            return Introspection.read(connection, SchemaSelection.DEFAULT);
        }
    }

    private static void assertCopyIsEqual(Schema schema) throws SQLException {
        String url = MariaDbServer.shared().createDatabase("def_target");
        String target = DatabaseServer.PREFIX + "def_target";
        SchemaNames names = new SchemaNames(Map.of(schema.defaultSchema(), target));
        try (Connection connection = DriverManager.getConnection(url)) {
            Copies.create(connection, new MariaDbDefinitions().define(schema, names));
        }
        Schema expected = new Renaming(schema.defaultSchema(), target).of(schema);
        Schema copy = Copies.withoutRowCounts(read(url));
        assertThat(copy.tables()).containsExactlyElementsOf(expected.tables());
        assertThat(copy.foreignKeys()).containsExactlyElementsOf(expected.foreignKeys());
        assertThat(copy.objects())
                .containsExactlyElementsOf(expected.objects().stream()
                        .filter(object -> object.handling() == SchemaObject.Handling.CREATE)
                        .toList());
        assertThat(copy.sequences()).isEqualTo(expected.sequences());
        assertThat(copy.defaultSchema()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sakila", "chinook"})
    void aCopyOfADataSetHasTheSameSchema(String name) throws SQLException {
        assertCopyIsEqual(read(DataSets.mariaDb(name, "def_" + name)));
    }

    @Tag("acceptance")
    @ParameterizedTest
    @ValueSource(strings = {"employees", "northwind"})
    void aCopyOfALargerDataSetHasTheSameSchema(String name) throws SQLException {
        assertCopyIsEqual(read(DataSets.mariaDb(name, "def_" + name)));
    }

    @Test
    void aCopyOfEverythingThatMariaDbHasHasTheSameSchema() throws SQLException, IOException {
        assertCopyIsEqual(read(fixture()));
    }

    @Test
    void columnsAreReadExactly() throws SQLException, IOException {
        Schema schema = read(fixture());
        Table table = schema.table(T).orElseThrow();

        assertThat(column(table, "id").type().unsigned()).isTrue();
        assertThat(column(table, "n").filling()).isEqualTo(Filling.AUTO_INCREMENT);
        assertThat(column(table, "e").type().labels()).containsExactly("x", "it's, y", "\\z");
        assertThat(column(table, "e").comment()).isEqualTo("a 'q' `b`, (c");
        assertThat(column(table, "s").type().family()).isEqualTo(TypeFamily.SET);
        assertThat(column(table, "doc").type().family()).isEqualTo(TypeFamily.JSON);
        assertThat(column(table, "b7").type().length()).isEqualTo(7);
        assertThat(column(table, "dt").defaultExpression()).isEmpty();
        assertThat(column(table, "dt").type().precision()).isEqualTo(6);
        assertThat(column(table, "dec1").type().scale()).isEqualTo(5);
        assertThat(column(table, "v").type().length()).isEqualTo(20);
        assertThat(column(table, "z").filling()).isEqualTo(Filling.GENERATED);
        assertThat(column(table, "z").generation()).isEqualTo("`id` * 2");
        assertThat(column(table, "sq").filling()).isEqualTo(Filling.SEQUENCE);
        assertThat(schema.sequences().get(0).start()).isEqualTo(100);
        assertThat(schema.sequences().get(0).increment()).isEqualTo(5);
        assertThat(schema.sequences().get(0).feeds()).containsExactly(new ColumnName(T, "sq"));
        Table history = schema.table(new TableName(SOURCE, "history")).orElseThrow();
        assertThat(history.kind()).isEqualTo(TableKind.VERSIONED);
        assertThat(column(history, "rs").filling()).isEqualTo(Filling.SYSTEM_TIME);
        assertThat(schema.table(new TableName(SOURCE, "parts")).orElseThrow().partitioning())
                .startsWith("PARTITION BY RANGE");
    }

    private static Column column(Table table, String name) {
        return table.column(name).orElseThrow();
    }

    @Test
    void keysAndChecksAreReadExactly() throws SQLException, IOException {
        Table table = read(fixture()).table(T).orElseThrow();

        UniqueKey prefix = table.keys().stream()
                .filter(key -> key.name().equals("uq"))
                .findFirst()
                .orElseThrow();
        assertThat(prefix.columns()).containsExactly("e");
        assertThat(prefix.expressions()).containsExactly("left(`v`,5)");
        assertThat(table.primaryKey().orElseThrow().columns()).containsExactly("id");
        assertThat(table.checks())
                .extracting(Check::expression)
                .containsExactly("json_valid(`doc`)", "`chk` > 0", "`d` > 0 and `v` <> 'a,b)'");
        assertThat(table.indexes()).extracting(index -> index.name()).contains("auto", "kx", "ft", "sp");
    }

    @Test
    void objectsComeWithoutTheirDefinerAndEventsAreWithheld() throws SQLException, IOException {
        Schema schema = read(fixture());

        assertThat(schema.objects()).noneMatch(object -> object.definition().contains("DEFINER="));
        TargetDefinition definition = new MariaDbDefinitions().define(schema, SchemaNames.SAME);
        assertThat(definition.notices()).extracting(Notice::id).containsExactly("object-withheld");
        assertThat(definition.notices().get(0).object()).isEqualTo(SOURCE + ".ev");
        assertThat(schema.objects().stream()
                        .filter(object -> object.kind() == Kind.TRIGGER)
                        .map(object -> object.name().name()))
                .containsExactly("t.tr", "t.b_tr");
    }

    @Test
    void aLinkToATableThatIsNotThereIsWithheldForThatReason() throws SQLException {
        String url = MariaDbServer.shared().createDatabase("def_nowhere");
        try (Connection connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute("SET foreign_key_checks = 0");
            statement.execute(
                    "CREATE TABLE child (id int PRIMARY KEY, p int, CONSTRAINT to_p FOREIGN KEY (p) REFERENCES nowhere (id))");
        }

        assertThat(new MariaDbDefinitions().define(read(url), SchemaNames.SAME).notices())
                .singleElement()
                .extracting(Notice::text)
                .asString()
                .contains("child.to_p is not created")
                .contains("nowhere, which does not exist, or may not be seen");
    }

    @Test
    void onlyThePrimaryKeyAndTheKeyOfACounterStandBeforeTheRows() throws SQLException, IOException {
        TargetDefinition definition = new MariaDbDefinitions().define(read(fixture()), SchemaNames.SAME);

        String create = definition.in(Phase.BEFORE_LOAD).stream()
                .filter(statement -> statement.object().equals(T.toString()))
                .findFirst()
                .orElseThrow()
                .sql();
        assertThat(create)
                .contains("PRIMARY KEY (`id`)", "KEY `auto`")
                .doesNotContain("UNIQUE KEY", "`kx`", "FULLTEXT", "FOREIGN KEY", "AUTO_INCREMENT=");
        assertThat(definition.in(Phase.AFTER_LOAD_KEYS))
                .extracting(statement -> statement.object())
                .containsOnlyOnce(T.toString());
        assertThat(List.of(definition.in(Phase.AFTER_LOAD_LINKS).size())).containsExactly(3);
    }
}
