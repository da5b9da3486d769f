package dev.understudy.job;

import dev.understudy.schema.TableName;

/**
 * What became of one table.
 *
 * @param mode          as in the configuration, and {@code lookup}
 * @param sourceRows    rows in the source; -1 where unknown
 * @param targetRows    rows in the target
 * @param rowsPerSecond rows generated and loaded a second, 0 where none were
 */
public record TableResult(TableName name, String mode, long sourceRows, long targetRows, long rowsPerSecond) {}
