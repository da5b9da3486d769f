package dev.understudy.schema.rule;

import java.math.BigDecimal;
import java.util.function.Consumer;

/** A value that stands in the condition itself. */
public sealed interface Literal extends Expression {

    /** A whole number of an integer type. */
    record Whole(long number) implements Literal {
        @Override
        public Object value(RowView row) {
            return number;
        }
    }

    /** An exact decimal. */
    record Exact(BigDecimal number) implements Literal {
        @Override
        public Object value(RowView row) {
            return number;
        }
    }

    record Text(String text) implements Literal {
        @Override
        public Object value(RowView row) {
            return text;
        }
    }

    record Flag(boolean truth) implements Literal {
        @Override
        public Object value(RowView row) {
            return truth;
        }
    }

    /** A date or time, in microseconds as {@link RowView#value} has them. */
    record Time(long micros) implements Literal {
        @Override
        public Object value(RowView row) {
            return micros;
        }
    }

    record Null() implements Literal {
        @Override
        public Object value(RowView row) {
            return null;
        }
    }

    /** Whole where the number is one and has no decimals. */
    static Literal of(BigDecimal number) {
        boolean whole = number.scale() == 0 && number.precision() <= 18;
        return whole ? new Whole(number.longValueExact()) : new Exact(number);
    }

    @Override
    default void visit(Consumer<Expression> visitor) {
        visitor.accept(this);
    }
}
