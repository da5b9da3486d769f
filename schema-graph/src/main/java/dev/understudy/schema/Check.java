package dev.understudy.schema;

import java.util.Objects;

/**
 * A condition that every row of a table must meet.
 *
 * @param name       constraint name
 * @param expression the vendor's text of the condition, without {@code CHECK ( )}
 * @param enforced   false for a condition that existing rows may break (PostgreSQL's NOT VALID)
 * @param definition the vendor's own constraint clause, or empty
 */
public record Check(String name, String expression, boolean enforced, String definition) {
    public Check {
        Objects.requireNonNull(name);
        Objects.requireNonNull(expression);
        Objects.requireNonNull(definition);
    }
}
