/**
 * Definitions for a target of another vendor: tables, keys, links, indexes, and the checks, defaults and generated columns
 * that both vendors can say. What gets lost is told in notices.
 *
 * <p>Types and clauses are put together by hand, because a query builder's idea of a type loses too much; conditions are
 * read and written by jOOQ, which knows both dialects. Start with
 * {@link dev.understudy.sql.ddl.crossvendor.CrossVendorDefinitions}.
 */
package dev.understudy.sql.ddl.crossvendor;
