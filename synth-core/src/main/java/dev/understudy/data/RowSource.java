package dev.understudy.data;

import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import java.util.List;
import java.util.function.Consumer;

/**
 * Rows of a database as of one moment: every read of one source sees the same state. Read-only.
 *
 * <p>Reading the same table twice gives the same rows in the same order. For as many threads at once as it has
 * {@link #readers()}.
 */
public interface RowSource extends AutoCloseable {

    /**
     * Streams all rows of a table in batches of at most some thousand rows; memory does not depend on the table's size.
     *
     * @param table   an ordinary, partitioned, inherited or versioned table
     * @param columns which columns, in the order that the batches will have; at least one
     * @param batches is called once per batch, in order
     * @throws dev.understudy.problem.UnderstudyException if the table vanished, a grant is missing or the server went away
     */
    void read(TableName table, List<Column> columns, Consumer<RowBatch> batches);

    /** Like {@link #read}, but stops after about {@code limit} rows, spread over the table where that is cheap. */
    void sample(TableName table, List<Column> columns, long limit, Consumer<RowBatch> batches);

    /** Exact number of rows. */
    long count(TableName table);

    /** How many tables can be read at the same time; further callers wait. At least 1. */
    default int readers() {
        return 1;
    }

    @Override
    void close();
}
