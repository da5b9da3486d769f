package dev.understudy.data;

import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import java.util.Arrays;
import java.util.List;

/** A database that says of rows which are in no table whether they keep a condition that nobody else understands. */
@FunctionalInterface
public interface RowJudge {
    /** Has no objection. */
    RowJudge NONE = (table, condition, columns, rows) -> {
        boolean[] all = new boolean[rows.rows()];
        Arrays.fill(all, true);
        return all;
    };

    /**
     * @param table     whose rows they are to be
     * @param condition in the language of the database, over {@code columns}
     * @param columns   those of the batch, in its order
     * @return per row whether the condition is not false; false also where the database fails at it, true where it cannot be
     *     asked at all
     */
    boolean[] passes(TableName table, String condition, List<Column> columns, RowBatch rows);
}
