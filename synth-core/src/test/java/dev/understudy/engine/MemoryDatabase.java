package dev.understudy.engine;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.DoubleVector;
import dev.understudy.data.LongVector;
import dev.understudy.data.Part;
import dev.understudy.data.RowBatch;
import dev.understudy.data.RowSink;
import dev.understudy.data.RowSource;
import dev.understudy.data.TextVector;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Rows in memory, at either end of a run: {@code Long}, {@code Double}, {@code String} or null by column. */
final class MemoryDatabase implements RowSource, RowSink {
    private final Map<TableName, List<Map<String, Object>>> tables = new LinkedHashMap<>();

    void add(TableName table, Map<String, Object> row) {
        tables.computeIfAbsent(table, name -> new ArrayList<>()).add(row);
    }

    List<Map<String, Object>> rows(TableName table) {
        return tables.getOrDefault(table, List.of());
    }

    @Override
    public void read(TableName table, List<Column> columns, Consumer<RowBatch> batches) {
        List<Map<String, Object>> rows = rows(table);
        for (int from = 0; from < rows.size(); from += 1000) {
            List<Map<String, Object>> some = rows.subList(from, Math.min(rows.size(), from + 1000));
            batches.accept(new RowBatch(
                    some.size(), columns.stream().map(c -> vector(some, c)).toList()));
        }
    }

    private static ColumnVector vector(List<Map<String, Object>> rows, Column column) {
        BitSet missing = new BitSet();
        long[] longs = new long[rows.size()];
        double[] doubles = new double[rows.size()];
        String[] texts = new String[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            Object value = rows.get(i).get(column.name());
            missing.set(i, value == null);
            if (value instanceof Long number) {
                longs[i] = number;
            } else if (value instanceof Double number) {
                doubles[i] = number;
            } else {
                texts[i] = (String) value;
            }
        }
        return switch (dev.understudy.data.Storage.of(column.type())) {
            case LONG -> LongVector.wrap(longs, missing);
            case DOUBLE -> DoubleVector.wrap(doubles, missing);
            case TEXT -> TextVector.wrap(texts, missing);
        };
    }

    @Override
    public void sample(TableName table, List<Column> columns, long limit, Consumer<RowBatch> batches) {
        read(table, columns, batches);
    }

    @Override
    public long count(TableName table) {
        return rows(table).size();
    }

    @Override
    public TableWriter open(TableName table, List<Column> columns, Part part) {
        return new TableWriter() {
            private long written;

            @Override
            public void write(RowBatch batch) {
                for (int row = 0; row < batch.rows(); row++) {
                    Map<String, Object> values = new LinkedHashMap<>();
                    for (int c = 0; c < columns.size(); c++) {
                        values.put(columns.get(c).name(), value(batch.column(c), row));
                    }
                    add(table, values);
                    written++;
                }
            }

            @Override
            public long finish() {
                return written;
            }

            @Override
            public void close() {}
        };
    }

    private static Object value(ColumnVector vector, int row) {
        if (vector.isNull(row)) {
            return null;
        }
        if (vector instanceof LongVector longs) {
            return longs.get(row);
        }
        return vector instanceof DoubleVector doubles ? doubles.get(row) : ((TextVector) vector).get(row);
    }

    @Override
    public void close() {}
}
