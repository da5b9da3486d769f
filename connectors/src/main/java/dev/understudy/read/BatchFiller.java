package dev.understudy.read;

import dev.understudy.data.RowBatch;
import dev.understudy.data.Storage;
import dev.understudy.schema.Column;
import java.util.List;
import java.util.function.Consumer;

/**
 * Turns a stream of rows into batches. A vendor adds one cell to every column, then calls {@link #endRow()}. For one thread.
 */
public final class BatchFiller {
    /** Large enough to hide the cost of a batch, small enough for the processor's cache. */
    public static final int ROWS = 4096;

    private final List<ColumnCells> columns;
    private final Consumer<RowBatch> batches;
    private final Deadline deadline;
    private final Thinning thinning;
    private long seen;
    private long kept;
    private int rows;

    public BatchFiller(List<Column> columns, Thinning thinning, Deadline deadline, Consumer<RowBatch> batches) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("At least one column must be read.");
        }
        this.columns = columns.stream()
                .map(column -> ColumnCells.of(Storage.of(column.type()), ROWS))
                .toList();
        this.thinning = thinning;
        this.deadline = deadline;
        this.batches = batches;
    }

    public LongCells longs(int column) {
        return (LongCells) columns.get(column);
    }

    public DoubleCells doubles(int column) {
        return (DoubleCells) columns.get(column);
    }

    public TextCells texts(int column) {
        return (TextCells) columns.get(column);
    }

    public ColumnCells cells(int column) {
        return columns.get(column);
    }

    public int width() {
        return columns.size();
    }

    /** @return false once no more rows are wanted */
    public boolean endRow() {
        if (seen++ % thinning.step() != 0) {
            columns.forEach(ColumnCells::dropLast);
            return true;
        }
        rows++;
        kept++;
        if (rows == ROWS) {
            flush();
        }
        return kept < thinning.limit();
    }

    /** Hands over what is left. Call once, at the end. */
    public void flush() {
        deadline.check();
        if (rows > 0) {
            int full = rows;
            rows = 0;
            batches.accept(
                    new RowBatch(full, columns.stream().map(ColumnCells::take).toList()));
        }
    }
}
