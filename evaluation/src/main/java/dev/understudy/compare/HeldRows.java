package dev.understudy.compare;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.Part;
import dev.understudy.data.RowBatch;
import dev.understudy.data.RowSink;
import dev.understudy.data.RowSource;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * A database in memory: a sink that can be read again. For samples that are judged, not for whole productions. Several tables may be
 * written side by side.
 */
public final class HeldRows implements RowSink, RowSource {
    private final Map<TableName, HeldTable> tables = new ConcurrentHashMap<>();

    private static final class HeldTable {
        private final List<Column> columns;
        private final List<RowBatch> batches = new ArrayList<>();

        HeldTable(List<Column> columns) {
            this.columns = List.copyOf(columns);
        }

        int place(Column column) {
            for (int c = 0; c < columns.size(); c++) {
                if (columns.get(c).name().equals(column.name())) {
                    return c;
                }
            }
            throw new IllegalArgumentException("Column %s was not read.".formatted(column.name()));
        }
    }

    /** Copies some tables of a source. */
    public static HeldRows copy(RowSource source, Map<TableName, List<Column>> columns) {
        HeldRows held = new HeldRows();
        columns.forEach((table, read) -> {
            HeldTable rows = new HeldTable(read);
            held.tables.put(table, rows);
            source.read(table, read, rows.batches::add);
        });
        return held;
    }

    private boolean holds(TableName table) {
        return tables.containsKey(table);
    }

    /** Columns that a table was written with; none if it was not. */
    public List<Column> columns(TableName table) {
        return holds(table) ? tables.get(table).columns : List.of();
    }

    @Override
    public TableWriter open(TableName table, List<Column> columns, Part part) {
        HeldTable held = new HeldTable(columns);
        return new TableWriter() {
            private long rows;

            @Override
            public void write(RowBatch batch) {
                held.batches.add(batch);
                rows += batch.rows();
            }

            @Override
            public long finish() {
                tables.put(table, held);
                return rows;
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public void read(TableName table, List<Column> columns, Consumer<RowBatch> batches) {
        HeldTable held = tables.get(table);
        if (held == null) {
            return;
        }
        int[] places = columns.stream().mapToInt(held::place).toArray();
        for (RowBatch batch : held.batches) {
            List<ColumnVector> vectors = new ArrayList<>();
            for (int place : places) {
                vectors.add(batch.column(place));
            }
            batches.accept(new RowBatch(batch.rows(), vectors));
        }
    }

    @Override
    public void sample(TableName table, List<Column> columns, long limit, Consumer<RowBatch> batches) {
        read(table, columns, batches);
    }

    @Override
    public long count(TableName table) {
        return holds(table)
                ? tables.get(table).batches.stream().mapToLong(RowBatch::rows).sum()
                : 0;
    }

    @Override
    public int readers() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public void close() {}
}
