package dev.understudy.semantic;

import dev.understudy.schema.Column;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import java.util.List;
import java.util.Objects;

/**
 * What a table and its columns are called: where a column stands says what its name means.
 *
 * @param table   the table
 * @param columns all of its columns, or none if nobody knows them
 */
public record TableNames(TableName table, List<String> columns) {
    public TableNames {
        Objects.requireNonNull(table);
        columns = List.copyOf(columns);
    }

    public static TableNames of(Table table) {
        return new TableNames(
                table.name(), table.columns().stream().map(Column::name).toList());
    }

    /** A table of which nothing else is known. */
    public static TableNames alone(TableName table) {
        return new TableNames(table, List.of());
    }
}
