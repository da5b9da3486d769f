package dev.understudy.judging;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.DoubleVector;
import dev.understudy.data.LongVector;
import dev.understudy.data.RowBatch;
import dev.understudy.data.RowSource;
import dev.understudy.data.Storage;
import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;

/** Other data under the names and in the units of the real ones. */
final class MatchedSource implements RowSource {
    private static final long DAY = 86_400_000_000L;

    private final RowSource other;
    private final MatchedTables matched;

    MatchedSource(RowSource other, MatchedTables matched) {
        this.other = other;
        this.matched = matched;
    }

    @Override
    public void read(TableName table, List<Column> columns, Consumer<RowBatch> batches) {
        List<Column> theirs =
                columns.stream().map(column -> theirs(table, column)).toList();
        other.read(matched.tables().get(table), theirs, batch -> {
            List<ColumnVector> vectors = new ArrayList<>();
            for (int c = 0; c < columns.size(); c++) {
                vectors.add(inUnitsOf(columns.get(c), theirs.get(c), batch.column(c)));
            }
            batches.accept(new RowBatch(batch.rows(), vectors));
        });
    }

    private Column theirs(TableName table, Column column) {
        return matched.others().get(table).get(matched.columns().get(table).indexOf(column));
    }

    /** Decimals of another scale, floating-point numbers and dates with a time are converted. */
    private static ColumnVector inUnitsOf(Column real, Column other, ColumnVector vector) {
        Storage wanted = Storage.of(real.type());
        int scale = Storage.scaleOf(real.type()) - Storage.scaleOf(other.type());
        boolean dated =
                (real.type().family() == TypeFamily.DATE) != (other.type().family() == TypeFamily.DATE);
        if (wanted == Storage.TEXT || wanted == vector.storage() && scale == 0 && !dated) {
            return vector;
        }
        BitSet missing = new BitSet();
        double[] values = new double[vector.size()];
        for (int row = 0; row < values.length; row++) {
            missing.set(row, vector.isNull(row));
            if (!vector.isNull(row)) {
                double value = vector instanceof LongVector longs ? longs.get(row) : ((DoubleVector) vector).get(row);
                values[row] = dated
                        ? real.type().family() == TypeFamily.DATE ? Math.floor(value / DAY) : value * DAY
                        : value * Math.pow(10, scale);
            }
        }
        if (wanted == Storage.DOUBLE) {
            return DoubleVector.wrap(values, missing);
        }
        long[] whole = new long[values.length];
        for (int row = 0; row < whole.length; row++) {
            whole[row] = Math.round(values[row]);
        }
        return LongVector.wrap(whole, missing);
    }

    @Override
    public void sample(TableName table, List<Column> columns, long limit, Consumer<RowBatch> batches) {
        read(table, columns, batches);
    }

    @Override
    public long count(TableName table) {
        return other.count(matched.tables().get(table));
    }

    @Override
    public void close() {
        other.close();
    }
}
