package dev.understudy.generate;

import dev.understudy.schema.TableName;

/** Is told how far generating has come. Calls come one at a time, tables may be written side by side. */
public interface GenerateProgress {
    GenerateProgress NONE = new GenerateProgress() {};

    /** The skeleton of a table stands. @param rows rows that it is going to have */
    default void planned(TableName table, long rows) {}

    default void writing(TableName table, long rows) {}

    default void wrote(TableName table, long rows) {}

    /** Some rows of a table are left out, because no value that was tried would meet its rules. */
    default void dropped(TableName table, long rows) {}

    default void finished(TableName table, long rows) {}
}
