package dev.understudy.definition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.util.Map;

/** Equality of schemas, part by part, so that a failure shows the part. */
final class SchemasEqual {
    private SchemasEqual() {}

    static void check(Schema actual, Schema expected) {
        Map<TableName, Table> tables = actual.tablesByName();
        assertThat(tables.keySet()).isEqualTo(expected.tablesByName().keySet());
        expected.tables().forEach(table -> {
            Table other = tables.get(table.name());
            assertThat(other.columns()).as("columns of %s", table.name()).isEqualTo(table.columns());
            assertThat(other).isEqualTo(table);
        });
        assertThat(actual.foreignKeys()).isEqualTo(expected.foreignKeys());
        assertThat(actual.sequences()).isEqualTo(expected.sequences());
        for (int i = 0; i < expected.objects().size(); i++) {
            assertThat(actual.objects().get(i))
                    .as("object %d", i)
                    .isEqualTo(expected.objects().get(i));
        }
        assertThat(actual).isEqualTo(expected);
    }
}
