package dev.understudy.target;

import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.sql.ddl.SchemaNames;
import java.util.List;
import java.util.Set;

/**
 * A table that a run fills.
 *
 * @param source as the source defines it
 * @param target its full name in the target
 */
record WrittenTable(Table source, TableName target) {

    /** In the order of the schema, whether they stand in the target or not. */
    static List<WrittenTable> of(Standing standing, Schema source, SchemaNames names, Set<TableName> tables) {
        for (TableName table : tables) {
            if (source.table(table).isEmpty()) {
                throw new IllegalArgumentException("The source has no table %s.".formatted(table));
            }
        }
        return source.tables().stream()
                .filter(table -> tables.contains(table.name()))
                .map(table -> new WrittenTable(table, standing.full(names.target(table.name()))))
                .toList();
    }
}
