package dev.understudy.compare;

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
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Some rows of another source: those of chosen families. */
public final class HalfSource implements RowSource {
    private final RowSource whole;
    private final Map<TableName, BitSet> chosen;

    /** @param chosen per table, the rows that belong to this part, in reading order; tables without an entry are whole */
    public HalfSource(RowSource whole, Map<TableName, BitSet> chosen) {
        this.whole = whole;
        this.chosen = Map.copyOf(chosen);
    }

    @Override
    public void read(TableName table, List<Column> columns, Consumer<RowBatch> batches) {
        BitSet rows = chosen.get(table);
        if (rows == null) {
            whole.read(table, columns, batches);
            return;
        }
        int[] before = {0};
        whole.read(table, columns, batch -> {
            int start = before[0];
            before[0] += batch.rows();
            int[] places = rows.get(start, before[0]).stream().toArray();
            if (places.length > 0) {
                batches.accept(pick(batch, places));
            }
        });
    }

    /** Some rows of a batch. */
    static RowBatch pick(RowBatch batch, int[] places) {
        List<ColumnVector> vectors = new ArrayList<>();
        batch.columns().forEach(column -> vectors.add(pick(column, places)));
        return new RowBatch(places.length, vectors);
    }

    private static ColumnVector pick(ColumnVector column, int[] places) {
        BitSet missing = new BitSet();
        for (int i = 0; i < places.length; i++) {
            missing.set(i, column.isNull(places[i]));
        }
        if (column instanceof LongVector longs) {
            long[] picked = new long[places.length];
            Arrays.setAll(picked, i -> missing.get(i) ? 0 : longs.get(places[i]));
            return LongVector.wrap(picked, missing);
        }
        if (column instanceof DoubleVector doubles) {
            double[] picked = new double[places.length];
            Arrays.setAll(picked, i -> missing.get(i) ? 0 : doubles.get(places[i]));
            return DoubleVector.wrap(picked, missing);
        }
        TextVector texts = (TextVector) column;
        String[] picked = new String[places.length];
        Arrays.setAll(picked, i -> missing.get(i) ? null : texts.get(places[i]));
        return TextVector.wrap(picked, missing);
    }

    @Override
    public void sample(TableName table, List<Column> columns, long limit, Consumer<RowBatch> batches) {
        read(table, columns, batches);
    }

    @Override
    public long count(TableName table) {
        BitSet rows = chosen.get(table);
        return rows == null ? whole.count(table) : rows.cardinality();
    }

    @Override
    public void close() {}
}
