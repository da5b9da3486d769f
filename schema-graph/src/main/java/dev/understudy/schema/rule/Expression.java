package dev.understudy.schema.rule;

import java.util.function.Consumer;

/** Something that has a value in every row. Immutable. */
public sealed interface Expression permits ColumnReference, ParentColumn, Literal, Arithmetic, Call, Choice, Truth {
    /** Its value, of the types that {@link RowView#value} names; null if it has none. */
    Object value(RowView row);

    /** True if it has no value; columns are not asked for more than that. */
    default boolean isNull(RowView row) {
        return value(row) == null;
    }

    /** Shows this and all expressions inside to a visitor. */
    void visit(Consumer<Expression> visitor);
}
