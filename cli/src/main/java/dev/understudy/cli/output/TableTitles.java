package dev.understudy.cli.output;

import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;

/** What people call a table: the schema is only said where there are several. */
final class TableTitles {
    private final boolean oneSchema;

    private TableTitles(boolean oneSchema) {
        this.oneSchema = oneSchema;
    }

    static TableTitles of(Schema schema) {
        return new TableTitles(schema.tables().stream()
                        .map(Table::name)
                        .map(TableName::schema)
                        .distinct()
                        .count()
                <= 1);
    }

    String of(TableName table) {
        return oneSchema ? table.name() : table.toString();
    }
}
