package dev.understudy.read.mariadb;

import dev.understudy.data.RowBatch;
import dev.understudy.read.OneConnectionSnapshot;
import dev.understudy.read.Thinning;
import dev.understudy.schema.Column;
import dev.understudy.schema.Table;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.statement.Identifiers;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Sampling without TABLESAMPLE: a small table is read whole; of a large one with a number as its key some short
 * stretches are read, evenly spread over the key; of any other only the beginning.
 */
final class Stretches {
    /** Up to here a full read is cheap. */
    private static final long SMALL = 100_000;

    private static final int STRETCHES = 32;

    private Stretches() {}

    static void sample(
            OneConnectionSnapshot snapshot, Table table, List<Column> columns, long limit, Consumer<RowBatch> batches) {
        String quoted = Identifiers.quote(Vendor.MARIADB, table.name());
        long counted = snapshot.number(
                table.name(), "SELECT count(*) FROM (SELECT 1 FROM %s LIMIT %d) few".formatted(quoted, SMALL));
        Optional<String> key = keyNumber(table).map(name -> Identifiers.quote(Vendor.MARIADB, name));
        if (counted < SMALL) {
            snapshot.read(table.name(), columns, "", Thinning.spread(counted, limit), batches);
        } else if (limit >= SMALL || key.isEmpty()) {
            long looked = Math.max(SMALL, limit);
            snapshot.read(table.name(), columns, " LIMIT " + looked, Thinning.spread(looked, limit), batches);
        } else {
            stretches(snapshot, table, columns, key.orElseThrow(), limit, batches);
        }
    }

    private static void stretches(
            OneConnectionSnapshot snapshot,
            Table table,
            List<Column> columns,
            String key,
            long limit,
            Consumer<RowBatch> batches) {
        String from = " FROM " + Identifiers.quote(Vendor.MARIADB, table.name());
        long least = snapshot.number(table.name(), "SELECT min(" + key + ")" + from);
        long most = snapshot.number(table.name(), "SELECT max(" + key + ")" + from);
        long step = Math.max(1, (most - least) / STRETCHES);
        for (int i = 0; i < STRETCHES; i++) {
            long start = least + i * step;
            String upTo = i + 1 == STRETCHES ? "" : " AND " + key + " < " + (start + step);
            String rest = " WHERE %s >= %d%s ORDER BY %s LIMIT %d"
                    .formatted(key, start, upTo, key, Math.max(1, limit / STRETCHES));
            snapshot.read(table.name(), columns, rest, Thinning.NONE, batches);
        }
    }

    private static Optional<String> keyNumber(Table table) {
        return table.primaryKey()
                .map(UniqueKey::columns)
                .filter(columns -> columns.size() == 1)
                .map(columns -> columns.get(0))
                .filter(name -> table.column(name)
                        .filter(column -> column.type().family() == TypeFamily.INTEGER)
                        .isPresent());
    }
}
