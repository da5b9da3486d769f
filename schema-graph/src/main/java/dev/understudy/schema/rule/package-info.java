/**
 * Conditions on the rows of a table as small trees that can be evaluated: checks of the database, rules that were found
 * and rules that the operator declared.
 *
 * <p>Evaluation is three-valued as in SQL: a row keeps a rule unless the verdict is {@link
 * dev.understudy.schema.rule.Verdict#FALSE}. Texts are compared by their characters, not by a collation. Start with {@link
 * dev.understudy.schema.rule.Rule}.
 */
package dev.understudy.schema.rule;
