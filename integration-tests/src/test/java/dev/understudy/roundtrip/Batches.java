package dev.understudy.roundtrip;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.DoubleVector;
import dev.understudy.data.LongVector;
import dev.understudy.data.RowBatch;
import dev.understudy.data.Storage;
import dev.understudy.data.TextVector;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Batches from and to plain objects. */
final class Batches {
    private Batches() {}

    static ColumnVector column(Storage storage, List<?> values) {
        BitSet missing = new BitSet();
        for (int i = 0; i < values.size(); i++) {
            missing.set(i, values.get(i) == null);
        }
        return switch (storage) {
            case LONG ->
                LongVector.wrap(
                        values.stream()
                                .mapToLong(v -> v == null ? 0 : ((Number) v).longValue())
                                .toArray(),
                        missing);
            case DOUBLE ->
                DoubleVector.wrap(
                        values.stream()
                                .mapToDouble(v -> v == null ? 0 : ((Number) v).doubleValue())
                                .toArray(),
                        missing);
            case TEXT -> TextVector.wrap(values.toArray(String[]::new), missing);
        };
    }

    static Object value(RowBatch batch, int column, int row) {
        ColumnVector vector = batch.column(column);
        if (vector.isNull(row)) {
            return null;
        }
        return switch (vector.storage()) {
            case LONG -> batch.longs(column).get(row);
            case DOUBLE -> batch.doubles(column).get(row);
            case TEXT -> batch.texts(column).get(row);
        };
    }

    static List<List<Object>> rows(RowBatch batch) {
        List<List<Object>> rows = new ArrayList<>();
        for (int row = 0; row < batch.rows(); row++) {
            List<Object> values = new ArrayList<>();
            for (int column = 0; column < batch.columns().size(); column++) {
                values.add(value(batch, column, row));
            }
            rows.add(values);
        }
        return rows;
    }
}
