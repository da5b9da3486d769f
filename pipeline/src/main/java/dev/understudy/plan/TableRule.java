package dev.understudy.plan;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A wish for the tables that a pattern names.
 *
 * @param pattern {@code orders}, {@code shop.orders}, {@code audit_*}
 * @param mode    empty to leave it as other rules have it
 * @param scale   factor on the rows, above 0; empty likewise
 */
public record TableRule(String pattern, Optional<RowMode> mode, OptionalDouble scale) {
    public TableRule {
        Objects.requireNonNull(pattern);
    }

    /** Only a mode. */
    public static TableRule of(String pattern, RowMode mode) {
        return new TableRule(pattern, Optional.of(mode), OptionalDouble.empty());
    }
}
