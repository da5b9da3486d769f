/**
 * Finds names in the vendors' own texts, which are passed on unread otherwise.
 *
 * <p>Start with {@link dev.understudy.schema.text.QualifiedNames}.
 */
package dev.understudy.schema.text;
