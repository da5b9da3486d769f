package dev.understudy.generate;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.DoubleVector;
import dev.understudy.data.LongVector;
import dev.understudy.data.RowBatch;
import dev.understudy.data.Storage;
import dev.understudy.data.TextVector;
import dev.understudy.model.ColumnFill;
import dev.understudy.schema.Column;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Turns blocks into batches of values, column by column. Immutable; serves several threads. */
final class Renderer {
    private final GeneratedTable table;
    private final List<Integer> outputs = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();

    Renderer(GeneratedTable table) {
        this.table = table;
        for (int c = 0; c < table.schema().columns().size(); c++) {
            if (!(table.model().fills().get(c) instanceof ColumnFill.Omitted)) {
                outputs.add(c);
                columns.add(table.schema().columns().get(c));
            }
        }
    }

    /** Columns of the batches, in order. */
    List<Column> columns() {
        return columns;
    }

    RowBatch render(Block block) {
        List<ColumnVector> vectors = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            vectors.add(vector(columns.get(i), table.cell(outputs.get(i)), block));
        }
        return new RowBatch(block.rows(), vectors);
    }

    private static ColumnVector vector(Column column, Cell cell, Block block) {
        int n = block.rows();
        BitSet missing = new BitSet();
        for (int row = 0; row < n; row++) {
            missing.set(row, cell.isNull(block, row));
        }
        Storage storage = Storage.of(column.type());
        if (storage == Storage.TEXT) {
            String[] values = new String[n];
            for (int row = 0; row < n; row++) {
                values[row] = missing.get(row) ? null : cell.text(block, row);
            }
            return TextVector.wrap(values, missing);
        }
        long[] values = new long[n];
        for (int row = 0; row < n; row++) {
            values[row] = missing.get(row) ? 0 : cell.number(block, row);
        }
        if (storage == Storage.LONG) {
            return LongVector.wrap(values, missing);
        }
        double unit = Math.pow(10, Math.abs(cell.decimals()));
        double[] doubles = new double[n];
        for (int row = 0; row < n; row++) {
            doubles[row] = cell.decimals() >= 0 ? values[row] / unit : values[row] * unit;
        }
        return DoubleVector.wrap(doubles, missing);
    }
}
