package dev.understudy.schema.rule;

import java.util.List;
import java.util.function.Consumer;

/**
 * The value of a column of a row that links lead to; none if one of them leads nowhere.
 *
 * @param links  names of the links, from the row itself upwards; at least one
 * @param column position of the column in the table of the last link's parent
 * @param name   its name
 */
public record ParentColumn(List<String> links, int column, String name) implements Expression {
    public ParentColumn {
        links = List.copyOf(links);
    }

    @Override
    public Object value(RowView row) {
        RowView parent = parent(row);
        return parent == null ? null : parent.value(column);
    }

    @Override
    public boolean isNull(RowView row) {
        RowView parent = parent(row);
        return parent == null || parent.isNull(column);
    }

    private RowView parent(RowView row) {
        RowView at = row;
        for (int i = 0; i < links.size() && at != null; i++) {
            at = at.parent(links.get(i));
        }
        return at;
    }

    @Override
    public void visit(Consumer<Expression> visitor) {
        visitor.accept(this);
    }
}
