package dev.understudy.schema.rule;

import java.util.List;
import java.util.Objects;

/**
 * Something that no two rows of a table may share: a unique key over expressions, or over some of the rows only.
 *
 * @param name          of the key or index
 * @param parts         at least one; rows that agree in the values of all of them collide
 * @param predicate     which rows are meant: those for which it is true
 * @param nullsDistinct true if a row with a part that has no value never collides
 */
public record RowKey(String name, List<Expression> parts, Condition predicate, boolean nullsDistinct) {
    public RowKey {
        Objects.requireNonNull(name);
        Objects.requireNonNull(predicate);
        parts = List.copyOf(parts);
    }

    /** True if the row cannot collide with any other. */
    public boolean isExempt(RowView row) {
        return predicate.verdict(row) != Verdict.TRUE
                || nullsDistinct && parts.stream().anyMatch(part -> part.isNull(row));
    }

    /** A hash that is equal for rows whose parts are. */
    public long hash(RowView row) {
        long hash = 17;
        for (Expression part : parts) {
            hash = mixed(hash ^ Values.hash(part.value(row)));
        }
        return hash;
    }

    /** Stafford's variant 13 of the finalizer of MurmurHash3. */
    private static long mixed(long bits) {
        long z = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
