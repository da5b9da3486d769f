package dev.understudy.learn;

import dev.understudy.schema.TableName;

/** Is told how far learning has come. Calls come from one thread. */
public interface LearnProgress {
    LearnProgress NONE = new LearnProgress() {};

    default void reading(TableName table) {}

    default void read(TableName table, long rows) {}

    default void learning(TableName table) {}

    default void learned(TableName table) {}
}
