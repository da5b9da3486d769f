package dev.understudy.plan;

import dev.understudy.learn.Learner;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A wish for the tables that a pattern names.
 *
 * @param pattern {@code orders}, {@code shop.orders}, {@code audit_*}
 * @param mode    empty to leave it as other rules have it
 * @param scale   factor on the rows, above 0; empty likewise
 * @param rows    rows of a table that has none in the source, 0 or more; empty likewise
 * @param learner what learns its columns; empty for the usual one
 */
public record TableRule(
        String pattern, Optional<RowMode> mode, OptionalDouble scale, OptionalLong rows, Optional<Learner> learner) {
    public TableRule {
        Objects.requireNonNull(pattern);
    }

    /** A mode, a scale, or both. */
    public TableRule(String pattern, Optional<RowMode> mode, OptionalDouble scale) {
        this(pattern, mode, scale, OptionalLong.empty(), Optional.empty());
    }

    /** Only a mode. */
    public static TableRule of(String pattern, RowMode mode) {
        return new TableRule(pattern, Optional.of(mode), OptionalDouble.empty());
    }
}
