package dev.understudy.judging;

import dev.understudy.data.Storage;
import dev.understudy.plan.Warning;
import dev.understudy.schema.Column;
import dev.understudy.schema.Schema;
import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which table of other data is which of the real ones, and which of its columns. Names are compared without case; a schema
 * may have another name where there is only one table of that name.
 *
 * @param columns per real table, parents first, the real columns that the other data hold too
 * @param tables  per real table, its name in the other data
 * @param others  per real table, the other data's columns, in the same order
 * @param missing what the other data lack
 */
public record MatchedTables(
        Map<TableName, List<Column>> columns,
        Map<TableName, TableName> tables,
        Map<TableName, List<Column>> others,
        List<Warning> missing) {

    /** @param wanted per table, parents first, the real columns that should be compared */
    public static MatchedTables of(Map<TableName, List<Column>> wanted, Schema other) {
        Map<TableName, List<Column>> columns = new LinkedHashMap<>();
        Map<TableName, TableName> tables = new LinkedHashMap<>();
        Map<TableName, List<Column>> others = new LinkedHashMap<>();
        List<Warning> missing = new ArrayList<>();
        wanted.forEach((name, read) -> {
            Optional<Table> found = find(name, other);
            if (found.isEmpty()) {
                missing.add(new Warning("table-missing", name.toString(), "the synthetic data have no such table"));
                return;
            }
            List<Column> both = new ArrayList<>();
            List<Column> theirs = new ArrayList<>();
            for (Column column : read) {
                Optional<Column> same = found.get().columns().stream()
                        .filter(one -> one.name().equalsIgnoreCase(column.name()))
                        .filter(one -> comparable(column, one))
                        .findFirst();
                if (same.isPresent()) {
                    both.add(column);
                    theirs.add(same.get());
                } else {
                    missing.add(new Warning(
                            "column-missing",
                            name + "." + column.name(),
                            "the synthetic data have no such column, or one of another type"));
                }
            }
            if (!both.isEmpty()) {
                columns.put(name, both);
                tables.put(name, found.get().name());
                others.put(name, theirs);
            }
        });
        return new MatchedTables(columns, tables, others, missing);
    }

    private static Optional<Table> find(TableName name, Schema other) {
        List<Table> named = other.rowTables().stream()
                .filter(table -> table.name().name().equalsIgnoreCase(name.name()))
                .toList();
        return named.size() == 1
                ? Optional.of(named.get(0))
                : named.stream()
                        .filter(table -> table.name().schema().equalsIgnoreCase(name.schema()))
                        .findFirst();
    }

    /** Values of both are held alike in memory, or can be made so. */
    private static boolean comparable(Column real, Column other) {
        boolean text = Storage.of(real.type()) == Storage.TEXT;
        boolean otherText = Storage.of(other.type()) == Storage.TEXT;
        return text == otherText && isTime(real) == isTime(other);
    }

    private static boolean isTime(Column column) {
        TypeFamily family = column.type().family();
        return family == TypeFamily.DATE || family == TypeFamily.TIMESTAMP || family == TypeFamily.TIMESTAMP_ZONED;
    }
}
