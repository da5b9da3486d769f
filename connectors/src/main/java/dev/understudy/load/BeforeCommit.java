package dev.understudy.load;

import dev.understudy.data.Part;
import dev.understudy.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;

/** What must become permanent together with rows of a table, such as a checkpoint in the ledger. */
@FunctionalInterface
public interface BeforeCommit {
    /** Adds nothing. */
    BeforeCommit NOTHING = (connection, table, part, rows) -> {};

    /**
     * Called inside the transaction that wrote the rows, right before it commits.
     *
     * @param table as the source calls it
     * @param part  blocks that they came from
     * @param rows  how many rows the transaction wrote
     */
    void add(Connection connection, TableName table, Part part, long rows) throws SQLException;
}
