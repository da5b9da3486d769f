/**
 * How tables hang together: an order with parents first, rings and where they are broken, owning links, subjects and
 * families.
 *
 * <p>Everything here is a pure function of a schema and of what a probe of the rows found; no connection, no rows.
 * Start with {@link dev.understudy.graph.SchemaGraph}.
 */
package dev.understudy.graph;
