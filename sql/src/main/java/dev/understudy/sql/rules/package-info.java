/**
 * Texts of conditions, as catalogs print them, into trees that can be evaluated. Parsed by jOOQ; what it or the tree does
 * not know stays opaque. Start with {@link dev.understudy.sql.rules.RuleText}.
 */
package dev.understudy.sql.rules;
