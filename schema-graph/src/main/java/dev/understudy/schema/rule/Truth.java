package dev.understudy.schema.rule;

import java.util.function.Consumer;

/** A condition as a value, as in {@code (a IS NULL) = (b IS NULL)}: a Boolean, or null where the verdict is open. */
public record Truth(Condition condition) implements Expression {
    @Override
    public Object value(RowView row) {
        return switch (condition.verdict(row)) {
            case TRUE -> Boolean.TRUE;
            case FALSE -> Boolean.FALSE;
            case UNKNOWN -> null;
        };
    }

    @Override
    public void visit(Consumer<Expression> visitor) {
        visitor.accept(this);
        condition.visit(visitor);
    }
}
