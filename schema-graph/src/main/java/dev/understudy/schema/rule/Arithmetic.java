package dev.understudy.schema.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.function.Consumer;

/** Two numbers joined by an operator. Exact unless one of them is floating point; division by zero has no value. */
public record Arithmetic(Operator operator, Expression left, Expression right) implements Expression {

    /** What is done with the two numbers. */
    public enum Operator {
        ADD,
        SUBTRACT,
        MULTIPLY,
        /** Truncates if both are whole, as most databases do. */
        DIVIDE,
        /** Never truncates, as MariaDB does. */
        DIVIDE_EXACTLY,
        REMAINDER
    }

    @Override
    public Object value(RowView row) {
        Object a = left.value(row);
        Object b = right.value(row);
        if (a == null || b == null) {
            return null;
        }
        if (a instanceof Double || b instanceof Double) {
            return reals(Values.real(a), Values.real(b));
        }
        BigDecimal result = exact(Values.exact(a), Values.exact(b), a instanceof Long && b instanceof Long);
        boolean whole = a instanceof Long && b instanceof Long && operator != Operator.DIVIDE_EXACTLY;
        return result != null && whole && isLong(result) ? (Object) result.longValueExact() : result;
    }

    private static boolean isLong(BigDecimal number) {
        BigInteger whole = number.toBigInteger();
        return whole.bitLength() < Long.SIZE;
    }

    private BigDecimal exact(BigDecimal a, BigDecimal b, boolean whole) {
        return switch (operator) {
            case ADD -> a.add(b);
            case SUBTRACT -> a.subtract(b);
            case MULTIPLY -> a.multiply(b);
            case DIVIDE, DIVIDE_EXACTLY -> {
                if (b.signum() == 0) {
                    yield null;
                }
                boolean truncated = whole && operator == Operator.DIVIDE;
                yield truncated
                        ? new BigDecimal(a.toBigInteger().divide(b.toBigInteger()))
                        : a.divide(b, MathContext.DECIMAL128);
            }
            case REMAINDER -> b.signum() == 0 ? null : a.remainder(b);
        };
    }

    private Double reals(double a, double b) {
        return switch (operator) {
            case ADD -> a + b;
            case SUBTRACT -> a - b;
            case MULTIPLY -> a * b;
            case DIVIDE, DIVIDE_EXACTLY -> b == 0 ? null : (Double) (a / b);
            case REMAINDER -> b == 0 ? null : (Double) (a % b);
        };
    }

    @Override
    public void visit(Consumer<Expression> visitor) {
        visitor.accept(this);
        left.visit(visitor);
        right.visit(visitor);
    }
}
