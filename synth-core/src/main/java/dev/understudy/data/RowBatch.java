package dev.understudy.data;

import java.util.List;

/** Some rows of one table, column by column. Immutable. */
public final class RowBatch {
    private final int rows;
    private final List<ColumnVector> columns;

    /** @throws IllegalArgumentException if a column has another number of values than {@code rows} */
    public RowBatch(int rows, List<ColumnVector> columns) {
        this.rows = rows;
        this.columns = List.copyOf(columns);
        for (ColumnVector column : this.columns) {
            if (column.size() != rows) {
                throw new IllegalArgumentException(
                        "A column of %d values in a batch of %d rows.".formatted(column.size(), rows));
            }
        }
    }

    public int rows() {
        return rows;
    }

    public List<ColumnVector> columns() {
        return columns;
    }

    public ColumnVector column(int index) {
        return columns.get(index);
    }

    public LongVector longs(int index) {
        return (LongVector) columns.get(index);
    }

    public DoubleVector doubles(int index) {
        return (DoubleVector) columns.get(index);
    }

    public TextVector texts(int index) {
        return (TextVector) columns.get(index);
    }
}
