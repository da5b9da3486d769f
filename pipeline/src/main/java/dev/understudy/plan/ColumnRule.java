package dev.understudy.plan;

import dev.understudy.semantic.Meaning;

/**
 * What the operator says of the columns that a pattern names.
 *
 * @param pattern {@code customer.email}, {@code shop.customer.email}, {@code *.email}
 * @param as      what they mean
 */
public record ColumnRule(String pattern, Meaning as) {}
