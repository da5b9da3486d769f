/**
 * Reads the catalog of a live database into a {@link dev.understudy.schema.Schema}.
 *
 * <p>SchemaCrawler finds the common core (tables, columns, primary and foreign keys); what it does not know or gets wrong
 * comes from the product's own catalog, one package per product. Reads no row of any table. Start with
 * {@link dev.understudy.introspect.Introspection}.
 */
package dev.understudy.introspect;
