package dev.understudy.data;

import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import java.util.List;

/** A database that takes rows by its fastest path. */
public interface RowSink extends AutoCloseable {

    /**
     * Begins to write a part of a table. Several parts may be open at once, as far as {@link #intake} allows, each with its own
     * connection; one writer is for one thread.
     *
     * @param table   named as in the source; the sink knows what it is called in the target
     * @param columns columns of the batches to come, in their order, as the source defines them
     * @param part    blocks that the rows come from
     */
    TableWriter open(TableName table, List<Column> columns, Part part);

    /** Begins to write a table in one piece. */
    default TableWriter open(TableName table, List<Column> columns) {
        return open(table, columns, Part.WHOLE);
    }

    /** How this database takes rows best. */
    default Intake intake() {
        return Intake.WHOLE_TABLES;
    }

    /** Parts of a table that an earlier run, of the same rows, made permanent before it was cut off. */
    default List<WrittenPart> written(TableName table) {
        return List.of();
    }

    /** Hears that all parts of a table are permanent. */
    default void finish(TableName table) {}

    /** Writes batches into one part of a table. Nothing is visible to others before {@link #finish()}. */
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
