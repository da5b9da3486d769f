package dev.understudy.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.introspect.Introspection;
import dev.understudy.introspect.SchemaSelection;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnName;
import dev.understudy.schema.Filling;
import dev.understudy.schema.ForeignKey.ColumnPair;
import dev.understudy.schema.Schema;
import dev.understudy.schema.SchemaObject;
import dev.understudy.schema.SchemaObject.Kind;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.UniqueKey;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.ddl.TargetDefinition;
import dev.understudy.sql.ddl.h2.H2Definitions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class H2DefinitionsTest {
    private static final TableName CUSTOMER = new TableName("PUBLIC", "CUSTOMER");
    private static final TableName ORDER = new TableName("Odd \"Schema", "Or der");

    private Connection source;
    private Connection target;

    @BeforeEach
    void open() throws SQLException, IOException {
        source = DriverManager.getConnection("jdbc:h2:mem:", "sa", "");
        target = DriverManager.getConnection("jdbc:h2:mem:", "sa", "");
        try (InputStream text = getClass().getResourceAsStream("h2-fixture.sql");
                var statement = source.createStatement()) {
            for (String sql : new String(text.readAllBytes(), StandardCharsets.UTF_8).split(";\n")) {
                statement.execute(sql);
            }
        }
    }

    @AfterEach
    void close() throws SQLException {
        source.close();
        target.close();
    }

    @Test
    void aCopyHasTheSameSchema() throws SQLException {
        Schema schema = Introspection.read(source, SchemaSelection.DEFAULT);

        Copies.create(target, new H2Definitions().define(schema, SchemaNames.SAME));

        Schema copy = Introspection.read(target, SchemaSelection.DEFAULT);
        assertThat(copy.tables())
                .map(table -> table.withApproximateRows(0))
                .containsExactlyElementsOf(schema.tables().stream()
                        .map(table -> table.withApproximateRows(0))
                        .toList());
        assertThat(copy.objects()).containsExactlyElementsOf(schema.objects());
        assertThat(Copies.withoutRowCounts(copy)).isEqualTo(Copies.withoutRowCounts(schema));
    }

    @Test
    void aCopyUnderOtherSchemaNamesHasTheSameTables() throws SQLException {
        Schema schema = Introspection.read(source, SchemaSelection.DEFAULT);
        SchemaNames names = new SchemaNames(Map.of("PUBLIC", "COPY", "Odd \"Schema", "Odder"));

        Copies.create(target, new H2Definitions().define(schema, names));

        Schema copy = Introspection.read(target, SchemaSelection.of("COPY", "Odder"));
        assertThat(copy.tables())
                .extracting(Table::name)
                .containsExactlyElementsOf(schema.tables().stream()
                        .map(table -> names.target(table.name()))
                        .sorted()
                        .toList());
        assertThat(copy.foreignKeys()).hasSameSizeAs(schema.foreignKeys());
        assertThat(copy.sequences().get(1).feeds()).containsExactly(new ColumnName(names.target(ORDER), "TICKET"));
    }

    @Test
    void anOrdinaryUserGetsTablesButNoViews() throws SQLException {
        String url = "jdbc:h2:mem:" + java.util.UUID.randomUUID();
        try (Connection owner = DriverManager.getConnection(url, "sa", "");
                var statement = owner.createStatement()) {
            statement.execute(
                    "CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, x varchar(3) DEFAULT 'a')");
            statement.execute("CREATE INDEX t_x ON t (x)");
            statement.execute("CREATE USER reader PASSWORD 'reader'");
            statement.execute("GRANT SELECT ON SCHEMA public TO reader");
            try (Connection reader = DriverManager.getConnection(url, "reader", "reader")) {
                Schema schema = Introspection.read(reader, SchemaSelection.DEFAULT);
                Copies.create(target, new H2Definitions().define(schema, SchemaNames.SAME));
                Schema copy = Introspection.read(target, SchemaSelection.DEFAULT);
                assertThat(copy.tables().get(0).columns())
                        .isEqualTo(schema.tables().get(0).columns());
                assertThat(copy.tables().get(0).keys())
                        .isEqualTo(schema.tables().get(0).keys());
            }
        }
    }

    @Test
    void columnsAreReadExactly() {
        Schema schema = Introspection.read(source, SchemaSelection.DEFAULT);
        Table customer = schema.table(CUSTOMER).orElseThrow();

        Column id = customer.column("ID").orElseThrow();
        assertThat(id.filling()).isEqualTo(Filling.IDENTITY_ALWAYS);
        assertThat(id.type().precision()).isEqualTo(64);
        Column email = customer.column("EMAIL").orElseThrow();
        assertThat(email.type().sqlName()).isEqualTo("\"PUBLIC\".\"MAIL\"");
        assertThat(email.type().baseName()).isEqualTo("CHARACTER VARYING(200)");
        assertThat(email.type().length()).isEqualTo(200);
        assertThat(email.comment()).isEqualTo("how to reach");
        assertThat(customer.column("MOOD").orElseThrow().type().labels()).containsExactly("glad", "a 'b", "s\u00e4d");
        assertThat(customer.column("BORN_YEAR").orElseThrow().filling()).isEqualTo(Filling.GENERATED);
        assertThat(customer.column("TAGS").orElseThrow().type().family()).isEqualTo(TypeFamily.ARRAY);
        Column total = customer.column("TOTAL").orElseThrow();
        assertThat(total.type().precision()).isEqualTo(10);
        assertThat(total.type().scale()).isEqualTo(2);
        assertThat(customer.comment()).isEqualTo("those who 'pay'");
        assertThat(schema.table(ORDER)
                        .orElseThrow()
                        .column("TICKET")
                        .orElseThrow()
                        .filling())
                .isEqualTo(Filling.SEQUENCE);
        assertThat(schema.sequences().get(1).feeds()).containsExactly(new ColumnName(ORDER, "TICKET"));
    }

    @Test
    void keysAndLinksAreReadInKeyOrder() {
        Schema schema = Introspection.read(source, SchemaSelection.DEFAULT);

        assertThat(schema.table(ORDER).orElseThrow().keys())
                .extracting(UniqueKey::columns)
                .startsWith(List.of("B b", "A"));
        assertThat(schema.foreignKeysOf(new TableName("PUBLIC", "LINE")).get(0).columns())
                .containsExactly(new ColumnPair("OB", "B b"), new ColumnPair("OA", "A"));
        assertThat(schema.foreignKeysOf(ORDER).get(0).onDelete()).isEqualTo("CASCADE");
        assertThat(schema.table(CUSTOMER).orElseThrow().checks().get(0).expression())
                .contains("1900-01-01");
    }

    @Test
    void viewsComeAfterTheViewsThatTheyNeed() {
        Schema schema = Introspection.read(source, SchemaSelection.DEFAULT);

        List<TableName> views = schema.objects().stream()
                .filter(object -> object.kind() == Kind.VIEW)
                .map(SchemaObject::name)
                .toList();
        assertThat(views.indexOf(new TableName("PUBLIC", "Z_FIRST")))
                .isLessThan(views.indexOf(new TableName("PUBLIC", "A_SECOND")));
    }

    @Test
    void countersBeginAnewInTheCopy() {
        Schema schema = Introspection.read(source, SchemaSelection.DEFAULT);

        assertThat(new H2Definitions().define(schema, SchemaNames.SAME).statements())
                .noneMatch(statement -> statement.sql().contains("RESTART"));
    }

    @Test
    void theCopyIsTheSameEveryTime() {
        Schema schema = Introspection.read(source, SchemaSelection.DEFAULT);

        TargetDefinition once = new H2Definitions().define(schema, SchemaNames.SAME);
        assertThat(new H2Definitions().define(Introspection.read(source, SchemaSelection.DEFAULT), SchemaNames.SAME))
                .isEqualTo(once);
    }
}
