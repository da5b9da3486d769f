/**
 * SQL texts, made but never run here: names in quotes, counts, highest keys, counters, pauses, and the searches for rows
 * that break a constraint.
 *
 * <p>They are put together by hand and not by a query builder, because half of their parts are texts of the catalog
 * (checks, predicates, expressions) that have to reach the server unread. Start with
 * {@link dev.understudy.sql.statement.Violations}.
 */
package dev.understudy.sql.statement;
