/**
 * SQL texts, made but never run here: names in quotes, counts, highest keys, counters, and the searches for rows that
 * break a constraint.
 */
package dev.understudy.sql.statement;
