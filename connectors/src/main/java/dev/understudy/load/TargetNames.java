package dev.understudy.load;

import dev.understudy.schema.TableName;

/** What a table of the source is called in the target. */
@FunctionalInterface
public interface TargetNames {
    /** The same names at both ends. */
    TargetNames SAME = source -> source;

    TableName inTarget(TableName source);
}
