package dev.understudy.schema;

import java.util.Objects;

/**
 * A column of a table.
 *
 * @param name              as the catalog spells it, unquoted
 * @param type              its type
 * @param nullable          false if the column, or its domain, forbids null
 * @param filling           who writes it
 * @param defaultExpression the vendor's text of the default, or empty
 * @param generation        the vendor's text of the generating expression, or empty unless {@link Filling#GENERATED}
 * @param comment           the comment of the catalog, or empty
 */
public record Column(
        String name,
        ColumnType type,
        boolean nullable,
        Filling filling,
        String defaultExpression,
        String generation,
        String comment) {

    public Column {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        Objects.requireNonNull(filling);
        Objects.requireNonNull(defaultExpression);
        Objects.requireNonNull(generation);
        Objects.requireNonNull(comment);
    }

    /** An ordinary column without default or comment. */
    public static Column of(String name, ColumnType type, boolean nullable) {
        return new Column(name, type, nullable, Filling.ORDINARY, "", "", "");
    }

    /** The same column, forbidding null. */
    public Column withoutNulls() {
        return new Column(name, type, false, filling, defaultExpression, generation, comment);
    }

    public Column withType(ColumnType other) {
        return new Column(name, other, nullable, filling, defaultExpression, generation, comment);
    }

    /** True if a row that does not name this column still gets a value. */
    public boolean hasDefault() {
        return !defaultExpression.isEmpty() || filling.counts() || filling.writesItself();
    }
}
