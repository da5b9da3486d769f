package dev.understudy.schema.rule;

import java.util.List;
import java.util.function.Consumer;

/**
 * {@code CASE WHEN … THEN … ELSE … END}.
 *
 * @param branches  the first whose condition is true gives the value
 * @param otherwise the value where none is
 */
public record Choice(List<Branch> branches, Expression otherwise) implements Expression {

    /** One {@code WHEN … THEN …}. */
    public record Branch(Condition condition, Expression result) {}

    public Choice {
        branches = List.copyOf(branches);
    }

    @Override
    public Object value(RowView row) {
        return chosen(row).value(row);
    }

    /** The result that the row takes. */
    private Expression chosen(RowView row) {
        for (Branch branch : branches) {
            if (branch.condition.verdict(row) == Verdict.TRUE) {
                return branch.result;
            }
        }
        return otherwise;
    }

    @Override
    public void visit(Consumer<Expression> visitor) {
        visitor.accept(this);
        for (Branch branch : branches) {
            branch.condition.visit(visitor);
            branch.result.visit(visitor);
        }
        otherwise.visit(visitor);
    }
}
