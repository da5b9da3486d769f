package dev.understudy.schema.rule;

import java.util.function.Consumer;

/**
 * The value of a column.
 *
 * @param column position of the column in its table
 * @param name   its name
 */
public record ColumnReference(int column, String name) implements Expression {
    @Override
    public Object value(RowView row) {
        return row.value(column);
    }

    @Override
    public boolean isNull(RowView row) {
        return row.isNull(column);
    }

    @Override
    public void visit(Consumer<Expression> visitor) {
        visitor.accept(this);
    }
}
