package dev.understudy.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.ddl.SchemaNames;
import dev.understudy.sql.vendor.DefaultSchemaNames;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefaultSchemaNamesTest {
    private static Schema source(Vendor vendor, String home, String... schemas) {
        List<Table> tables = Arrays.stream(schemas)
                .map(schema -> Table.of(new TableName(schema, "t"), List.of(), List.of()))
                .toList();
        return new Schema(vendor, "1", home, tables, List.of(), List.of(), List.of());
    }

    @Test
    void namesStayBetweenDatabasesOfOneVendor() {
        assertThat(DefaultSchemaNames.of(source(Vendor.POSTGRESQL, "public", "sales"), Vendor.POSTGRESQL, "public"))
                .isEqualTo(SchemaNames.SAME);
    }

    @Test
    void aSingleSchemaBecomesTheDatabaseOfTheConnection() {
        SchemaNames names = DefaultSchemaNames.of(source(Vendor.POSTGRESQL, "public", "sales"), Vendor.MARIADB, "qa");

        assertThat(names.target("sales")).isEqualTo("qa");
    }

    @Test
    void ofSeveralSchemasOnlyTheDefaultOneGoesHome() {
        SchemaNames names =
                DefaultSchemaNames.of(source(Vendor.POSTGRESQL, "public", "public", "sales"), Vendor.MARIADB, "qa");

        assertThat(names.target("public")).isEqualTo("qa");
        assertThat(names.target("sales")).isEqualTo("sales");
    }

    @Test
    void theDatabaseOfMariaDbBecomesTheDefaultSchema() {
        assertThat(DefaultSchemaNames.of(source(Vendor.MARIADB, "shop", "shop"), Vendor.H2, "PUBLIC")
                        .target("shop"))
                .isEqualTo("PUBLIC");
        assertThat(DefaultSchemaNames.of(source(Vendor.MARIADB, "shop", "shop"), Vendor.MARIADB, "copy")
                        .target("shop"))
                .isEqualTo("copy");
    }
}
