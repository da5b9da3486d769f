package dev.understudy.plan;

import dev.understudy.model.TableMode;
import dev.understudy.schema.TableName;
import java.util.List;
import java.util.Objects;

/**
 * What a run would do with one table.
 *
 * @param name       its name in the source
 * @param mode       what becomes of its rows
 * @param reason     why, in a few words
 * @param sourceRows rows in the source, or -1 where the table is not read
 * @param targetRows rows expected in the target; for children an expectation within 1 %
 * @param subject    table with which its families start
 * @param owner      name of the link through which its rows are made; empty for a subject
 * @param columns    columns whose meaning is known, in the order of the table
 */
public record PlannedTable(
        TableName name,
        TableMode mode,
        String reason,
        long sourceRows,
        long targetRows,
        TableName subject,
        String owner,
        List<PlannedColumn> columns) {
    public PlannedTable {
        Objects.requireNonNull(name);
        Objects.requireNonNull(mode);
        Objects.requireNonNull(reason);
        Objects.requireNonNull(subject);
        Objects.requireNonNull(owner);
        columns = List.copyOf(columns);
    }
}
