package dev.understudy.audit;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.DoubleVector;
import dev.understudy.data.LongVector;
import dev.understudy.data.RowBatch;
import dev.understudy.data.RowSource;
import dev.understudy.data.TextVector;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Rows of which some columns hold the values of other rows: a fault that is planted into data that have none. */
final class MovedCells implements RowSource {
    private final RowSource whole;
    private final TableName table;
    private final Map<String, int[]> moved = new HashMap<>();

    MovedCells(RowSource whole, TableName table) {
        this.whole = whole;
        this.table = table;
    }

    /** @param from by row, the row whose value stands there instead */
    MovedCells move(String column, int[] from) {
        moved.put(column, from);
        return this;
    }

    @Override
    public void read(TableName name, List<Column> columns, Consumer<RowBatch> batches) {
        if (!name.equals(table)) {
            whole.read(name, columns, batches);
            return;
        }
        List<ColumnVector> all = new ArrayList<>();
        for (Column column : columns) {
            all.add(column(column));
        }
        batches.accept(new RowBatch((int) whole.count(name), all));
    }

    private ColumnVector column(Column column) {
        List<Object> values = new ArrayList<>();
        ColumnVector[] last = new ColumnVector[1];
        whole.read(table, List.of(column), batch -> {
            last[0] = batch.column(0);
            for (int row = 0; row < batch.rows(); row++) {
                values.add(value(last[0], row));
            }
        });
        int[] from = moved.get(column.name());
        BitSet missing = new BitSet();
        Object[] taken = new Object[values.size()];
        for (int row = 0; row < taken.length; row++) {
            taken[row] = values.get(from == null ? row : from[row]);
            missing.set(row, taken[row] == null);
        }
        if (last[0] instanceof LongVector) {
            return LongVector.wrap(
                    Arrays.stream(taken)
                            .mapToLong(v -> v == null ? 0 : (Long) v)
                            .toArray(),
                    missing);
        }
        if (last[0] instanceof DoubleVector) {
            return DoubleVector.wrap(
                    Arrays.stream(taken)
                            .mapToDouble(v -> v == null ? 0 : (Double) v)
                            .toArray(),
                    missing);
        }
        return TextVector.wrap(Arrays.copyOf(taken, taken.length, String[].class), missing);
    }

    static Object value(ColumnVector vector, int row) {
        if (vector.isNull(row)) {
            return null;
        }
        return vector instanceof LongVector longs
                ? (Object) longs.get(row)
                : vector instanceof DoubleVector doubles ? doubles.get(row) : ((TextVector) vector).get(row);
    }

    @Override
    public void sample(TableName name, List<Column> columns, long limit, Consumer<RowBatch> batches) {
        read(name, columns, batches);
    }

    @Override
    public long count(TableName name) {
        return whole.count(name);
    }

    @Override
    public void close() {}
}
