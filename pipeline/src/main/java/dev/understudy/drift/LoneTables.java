package dev.understudy.drift;

import dev.understudy.data.RowBatch;
import dev.understudy.data.RowSource;
import dev.understudy.judging.EvaluationPlan;
import dev.understudy.schema.Column;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A source whose tables without links show some of their rows only: with no family to keep together, the server may pick them. */
final class LoneTables implements RowSource {
    /** With more, chance is no smaller beside what counts as drift. */
    private static final long ENOUGH_ROWS = 10_000;

    private final RowSource source;
    private final Set<TableName> lone;

    /** @param lone tables that show some of their rows */
    LoneTables(RowSource source, Set<TableName> lone) {
        this.source = source;
        this.lone = lone;
    }

    /**
     * Those of some tables that no link connects with another, or with themselves. None of MariaDB, which picks from the beginning
     * of a large table whose key is no number.
     */
    static Set<TableName> of(EvaluationPlan plan, Set<TableName> tables) {
        Schema schema = plan.plan().schema();
        if (schema.vendor() == Vendor.MARIADB) {
            return Set.of();
        }
        return tables.stream()
                .filter(name -> schema.foreignKeysOf(name).isEmpty()
                        && schema.foreignKeysTo(name).isEmpty())
                .collect(Collectors.toSet());
    }

    @Override
    public void read(TableName table, List<Column> columns, Consumer<RowBatch> batches) {
        if (lone.contains(table)) {
            source.sample(table, columns, ENOUGH_ROWS, batches);
        } else {
            source.read(table, columns, batches);
        }
    }

    @Override
    public void sample(TableName table, List<Column> columns, long limit, Consumer<RowBatch> batches) {
        source.sample(table, columns, lone.contains(table) ? Math.min(limit, ENOUGH_ROWS) : limit, batches);
    }

    @Override
    public long count(TableName table) {
        return source.count(table);
    }

    @Override
    public int readers() {
        return source.readers();
    }

    /** Leaves the source open. */
    @Override
    public void close() {}
}
