package dev.understudy.schema;

import java.util.List;
import java.util.Objects;

/**
 * A primary key, a unique constraint or a unique index.
 *
 * @param name          constraint or index name
 * @param columns       columns in key order; empty if the key is over expressions only
 * @param primary       true for the primary key
 * @param nullsDistinct true if rows with a null in the key never collide (always so for the SQL standard)
 * @param predicate     the vendor's text of the condition of a partial index, or empty
 * @param expressions   the vendor's texts of the indexed expressions, in key order; empty for plain columns
 * @param constraint    true for a table constraint, false for a mere unique index
 * @param definition    the vendor's own definition (a constraint clause, or a whole CREATE INDEX), or empty
 */
public record UniqueKey(
        String name,
        List<String> columns,
        boolean primary,
        boolean nullsDistinct,
        String predicate,
        List<String> expressions,
        boolean constraint,
        String definition) {

    public UniqueKey {
        Objects.requireNonNull(name);
        Objects.requireNonNull(predicate);
        Objects.requireNonNull(definition);
        columns = List.copyOf(columns);
        expressions = List.copyOf(expressions);
    }

    /** A key over plain columns, for all rows. */
    public static UniqueKey of(String name, boolean primary, List<String> columns) {
        return new UniqueKey(name, columns, primary, true, "", List.of(), true, "");
    }

    /** True if the key is over plain columns and for all rows, so that a foreign key may point at it. */
    public boolean isPlain() {
        return predicate.isEmpty() && expressions.isEmpty();
    }
}
