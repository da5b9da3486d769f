/**
 * What PostgreSQL's own catalog tells beyond JDBC; for version 14 and later.
 *
 * <p>All texts are read with an empty search path, so that every name of a user's object in them is qualified. Start with
 * {@link dev.understudy.introspect.postgresql.PostgresCatalog}.
 */
package dev.understudy.introspect.postgresql;
