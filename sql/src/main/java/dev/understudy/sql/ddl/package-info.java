/**
 * Definitions that make an empty copy of a schema: what to run, in which order, and what the copy will lack.
 *
 * <p>Nothing here opens a connection: a definition is a pure function of a {@link dev.understudy.schema.Schema}, so that
 * {@code plan} can show it and a target can be built from a saved model without the source. One package per vendor
 * writes the definitions of its own catalog; start with {@link dev.understudy.sql.ddl.TableDefinitions}.
 */
package dev.understudy.sql.ddl;
