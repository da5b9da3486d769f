package dev.understudy.found;

import dev.understudy.schema.TableName;
import java.util.Objects;

/**
 * A dependency that nobody declares, with its evidence.
 *
 * @param table      whose rows it is about
 * @param kind       what it says
 * @param text       the same in words: a rule as it may stand under {@code rules:}, or {@code t.a -> t.b}
 * @param rows       rows at which it could be looked at, because no value was missing
 * @param violations rows of those that break it; of {@link Kind#DETERMINES} rows that would have to change
 * @param sampled    true if only a sample was looked at
 * @param learned    true if learning finds such a dependency by itself wherever all rows keep it
 */
public record FoundDependency(
        TableName table, Kind kind, String text, long rows, long violations, boolean sampled, boolean learned) {
    public FoundDependency {
        Objects.requireNonNull(table);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(text);
    }

    /** True if no row that was looked at breaks it. */
    public boolean holds() {
        return violations == 0;
    }

    /** True if new rows keep it because all rows do, and learning finds it by itself. */
    public boolean kept() {
        return holds() && !sampled && learned;
    }

    /** The same where learning may leave it out. */
    FoundDependency unlearned() {
        return new FoundDependency(table, kind, text, rows, violations, sampled, false);
    }
}
