/**
 * What a database is made of, as immutable records: tables, columns, types, keys, foreign keys, checks, and the
 * definitions that the vendor's own catalog gives for everything that we only pass on.
 *
 * <p>Knows no connection and no SQL dialect. Start with {@link dev.understudy.schema.Schema}.
 */
package dev.understudy.schema;
