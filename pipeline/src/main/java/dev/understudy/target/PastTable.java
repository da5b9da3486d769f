package dev.understudy.target;

import dev.understudy.schema.TableName;

/**
 * A table as a run left it.
 *
 * @param name     in the target
 * @param rows     that the run wrote
 * @param finished false if the run did not come to its end
 */
public record PastTable(TableName name, long rows, boolean finished) {}
