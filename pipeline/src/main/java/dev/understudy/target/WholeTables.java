package dev.understudy.target;

import dev.understudy.data.RowBatch;
import dev.understudy.data.RowSink;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A sink that knows whether every table that was begun was written to its end, once. */
final class WholeTables implements RowSink {
    private final RowSink sink;
    private final Set<TableName> begun = ConcurrentHashMap.newKeySet();
    private final Set<TableName> finished = ConcurrentHashMap.newKeySet();

    WholeTables(RowSink sink) {
        this.sink = sink;
    }

    /** @throws UnderstudyException if a table was given up */
    void require() {
        for (TableName table : begun) {
            if (!finished.contains(table)) {
                throw new UnderstudyException(
                        Problem.FAILED, "Rows of %s were not written to their end.".formatted(table));
            }
        }
    }

    @Override
    public TableWriter open(TableName table, List<Column> columns) {
        if (!begun.add(table)) {
            throw new UnderstudyException(Problem.FAILED, "%s was written twice.".formatted(table));
        }
        return new Counted(sink.open(table, columns), table);
    }

    @Override
    public void close() {
        sink.close();
    }

    private final class Counted implements TableWriter {
        private final TableWriter writer;
        private final TableName table;

        Counted(TableWriter writer, TableName table) {
            this.writer = writer;
            this.table = table;
        }

        @Override
        public void write(RowBatch batch) {
            writer.write(batch);
        }

        @Override
        public long finish() {
            long rows = writer.finish();
            finished.add(table);
            return rows;
        }

        @Override
        public void close() {
            writer.close();
        }
    }
}
