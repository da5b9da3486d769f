package dev.understudy.judging;

import dev.understudy.data.RowBatch;
import dev.understudy.data.RowSource;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Real rows, and after them held-out rows of the tables whose families are audited. */
final class JoinedSource implements RowSource {
    private final RowSource first;
    private final RowSource second;
    private final Set<TableName> joined;

    JoinedSource(RowSource first, RowSource second, Set<TableName> joined) {
        this.first = first;
        this.second = second;
        this.joined = joined;
    }

    @Override
    public void read(TableName table, List<Column> columns, Consumer<RowBatch> batches) {
        first.read(table, columns, batches);
        if (joined.contains(table)) {
            second.read(table, columns, batches);
        }
    }

    @Override
    public void sample(TableName table, List<Column> columns, long limit, Consumer<RowBatch> batches) {
        read(table, columns, batches);
    }

    @Override
    public long count(TableName table) {
        return first.count(table) + (joined.contains(table) ? second.count(table) : 0);
    }

    @Override
    public void close() {}
}
