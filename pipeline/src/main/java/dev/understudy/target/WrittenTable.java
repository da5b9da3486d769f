package dev.understudy.target;

import dev.understudy.schema.Table;
import dev.understudy.schema.TableName;

/**
 * A table that a run fills.
 *
 * @param source as the source defines it
 * @param target its full name in the target
 */
record WrittenTable(Table source, TableName target) {}
