package dev.understudy.schema;

import java.util.List;
import java.util.Objects;

/**
 * A column that follows from the children of its row, because the operator says so: {@code orders.total =
 * sum(order_line.quantity * order_line.price)}.
 *
 * @param text     as the operator wrote it; its name
 * @param column   of the parent
 * @param link     by which the children hang on their parent
 * @param function what is made of them
 * @param factors  numbers of a child that are multiplied; for {@link Function#COUNT} none
 */
public record DeclaredTotal(String text, String column, ForeignKey link, Function function, List<Factor> factors) {
    public enum Function {
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX
    }

    /** What a column of a child stands for. */
    public enum Form {
        VALUE,
        /** 1 - x. */
        LESS,
        /** 1 + x. */
        MORE,
        /** 1 - x / 100. */
        LESS_PERCENT,
        /** 1 + x / 100. */
        MORE_PERCENT
    }

    /** @param column of the child */
    public record Factor(String column, Form form) {}

    public DeclaredTotal {
        Objects.requireNonNull(text);
        Objects.requireNonNull(column);
        Objects.requireNonNull(link);
        Objects.requireNonNull(function);
        factors = List.copyOf(factors);
    }
}
