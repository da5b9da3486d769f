package dev.understudy.schema.rule;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/**
 * A range that is computed from two values of a row, such as from when until when it holds. Its ends are told as longs, from
 * {@link #from} up to, but without, {@link #until}, so that spans of dates, times and numbers are compared alike.
 *
 * @param low        where it begins; has no beginning in rows where this has no value
 * @param high       where it ends; has no end in rows where this has no value
 * @param lowInside  true if the lower bound itself belongs to the range
 * @param highInside true if the upper bound itself belongs to the range
 * @param step       from one value to the next that the range knows: 1, or a day in microseconds
 * @param decimals   digits after the point that a long carries; finer bounds are widened to it
 */
public record Span(Expression low, Expression high, boolean lowInside, boolean highInside, long step, int decimals) {
    public Span {
        Objects.requireNonNull(low);
        Objects.requireNonNull(high);
    }

    /** Its first value; {@link Long#MIN_VALUE} if it has no beginning. */
    public long from(RowView row) {
        Object value = low.value(row);
        if (value == null) {
            return Long.MIN_VALUE;
        }
        long floor = number(value, RoundingMode.FLOOR);
        return lowInside || floor != number(value, RoundingMode.CEILING) ? floor : plus(floor, step);
    }

    /** The first value after it; {@link Long#MAX_VALUE} if it has no end. */
    public long until(RowView row) {
        Object value = high.value(row);
        if (value == null) {
            return Long.MAX_VALUE;
        }
        long ceiling = number(value, RoundingMode.CEILING);
        return highInside && ceiling == number(value, RoundingMode.FLOOR) ? plus(ceiling, step) : ceiling;
    }

    /** A value of a row as a long of this span. */
    public long number(Object value, RoundingMode rounding) {
        if (decimals == 0 && value instanceof Long whole) {
            return whole;
        }
        if (value instanceof Double real && !Double.isFinite(real)) {
            return real > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
        BigInteger scaled = Values.exact(value)
                .scaleByPowerOfTen(decimals)
                .setScale(0, rounding)
                .toBigInteger();
        if (scaled.bitLength() >= Long.SIZE) {
            return scaled.signum() > 0 ? Long.MAX_VALUE : Long.MIN_VALUE;
        }
        return scaled.longValueExact();
    }

    /** The value of a row that a long stands for: the inverse of {@link #number}. */
    public Object value(long number) {
        return decimals == 0 ? (Object) number : BigDecimal.valueOf(number, decimals);
    }

    /** The sum; what has no end has none after it is moved. */
    public static long plus(long number, long by) {
        if (number == Long.MAX_VALUE || number == Long.MIN_VALUE) {
            return number;
        }
        long sum = number + by;
        boolean over = ((number ^ sum) & (by ^ sum)) < 0;
        return over ? (by > 0 ? Long.MAX_VALUE : Long.MIN_VALUE) : sum;
    }

    /** Columns that it is computed from. */
    Set<ColumnReference> columns() {
        Set<ColumnReference> columns = new LinkedHashSet<>();
        for (Expression end : new Expression[] {low, high}) {
            end.visit(inner -> {
                if (inner instanceof ColumnReference column) {
                    columns.add(column);
                }
            });
        }
        return columns;
    }
}
