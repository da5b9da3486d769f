package dev.understudy.generate;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.DoubleVector;
import dev.understudy.data.LongVector;
import dev.understudy.data.RowBatch;
import dev.understudy.data.Storage;
import dev.understudy.data.TextVector;
import dev.understudy.schema.Column;
import java.util.ArrayList;
import java.util.Arrays;
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
            if (table.model().fills().get(c).isWritten()) {
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
        int[] rows = new int[block.rows()];
        Arrays.setAll(rows, row -> row);
        List<ColumnVector> vectors = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            vectors.add(vector(columns.get(i), table.cell(outputs.get(i)), block, rows));
        }
        return new RowBatch(block.rows(), vectors);
    }

    /** Values of some rows of a block, in their order. */
    static ColumnVector vector(Column column, Cell cell, Block block, int[] rows) {
        BitSet missing = new BitSet();
        Storage storage = Storage.of(column.type());
        if (storage == Storage.TEXT) {
            return TextVector.wrap(cell.texts(block, rows, missing), missing);
        }
        long[] values = cell.numbers(block, rows, missing);
        if (storage == Storage.LONG) {
            return LongVector.wrap(values, missing);
        }
        double unit = Math.pow(10, Math.abs(cell.decimals()));
        double[] doubles = new double[rows.length];
        for (int i = 0; i < doubles.length; i++) {
            doubles[i] = cell.decimals() >= 0 ? values[i] / unit : values[i] * unit;
        }
        return DoubleVector.wrap(doubles, missing);
    }
}
