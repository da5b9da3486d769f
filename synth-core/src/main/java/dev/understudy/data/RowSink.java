package dev.understudy.data;

import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import java.util.List;

/** A database that takes rows by its fastest path. */
public interface RowSink extends AutoCloseable {

    /**
     * Begins to write one table. Several tables may be open at once, each with its own connection; one writer is for one thread.
     *
     * @param table   named as in the source; the sink knows what it is called in the target
     * @param columns columns of the batches to come, in their order, as the source defines them
     */
    TableWriter open(TableName table, List<Column> columns);

    /** Writes batches into one table. Nothing is visible to others before {@link #finish()}. */
    interface TableWriter extends AutoCloseable {

        void write(RowBatch batch);

        /** Makes all written rows permanent. @return how many */
        long finish();

        /** Gives up what was not finished; after {@link #finish()} only frees resources. */
        @Override
        void close();
    }

    @Override
    void close();
}
