package dev.understudy.target;

import java.util.Objects;

/**
 * A constraint that rows of the target break.
 *
 * @param kind   what kind of constraint
 * @param object its name with its table; never a value
 * @param rows   how many rows break it; 0 if the database refused the constraint and did not say
 */
public record Violation(Kind kind, String object, long rows) {
    /** What can be broken. */
    public enum Kind {
        /** A foreign key: rows without their parent. */
        LINK,
        /** A primary or unique key: rows that repeat another's. */
        KEY,
        /** A null where the column forbids it. */
        NULL,
        CHECK,
        /** A rule that only the configuration knows. */
        RULE,
        /** A counter that would give a number that is taken. */
        COUNTER
    }

    public Violation {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(object);
    }
}
