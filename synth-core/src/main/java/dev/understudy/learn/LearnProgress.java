package dev.understudy.learn;

import dev.understudy.schema.TableName;

/** Is told how far learning has come. Calls come from one thread. */
public interface LearnProgress {
    LearnProgress NONE = new LearnProgress() {};

    default void reading(TableName table) {}

    /** @param rows of the table; @param kept those that are learned from, whole families */
    default void read(TableName table, long rows, long kept) {}

    default void learning(TableName table) {}

    default void learned(TableName table) {}
}
