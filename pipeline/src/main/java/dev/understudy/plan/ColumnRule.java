package dev.understudy.plan;

import dev.understudy.learn.DeclaredText;
import dev.understudy.semantic.Meaning;
import java.util.Optional;

/**
 * What the operator says of the columns that a pattern names.
 *
 * @param pattern  {@code customer.email}, {@code shop.customer.email}, {@code *.email}
 * @param as       what they mean, if that is said
 * @param declared how they are made, if that is said
 */
public record ColumnRule(String pattern, Optional<Meaning> as, Optional<DeclaredText> declared) {
    public ColumnRule(String pattern, Meaning as) {
        this(pattern, Optional.of(as), Optional.empty());
    }
}
