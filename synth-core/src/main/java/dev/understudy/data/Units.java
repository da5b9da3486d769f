package dev.understudy.data;

import dev.understudy.schema.ColumnType;
import dev.understudy.schema.TypeFamily;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * How the longs of a number column translate into the values that rules compare, and back.
 *
 * @param decimals digits after the point that a long carries; may be negative
 */
public record Units(TypeFamily family, int decimals) {
    private static final long DAY = 86_400_000_000L;

    /** @param cellDecimals decimals of the cells of a floating-point column */
    public static Units of(ColumnType type, int cellDecimals) {
        boolean scaled = Storage.of(type) == Storage.LONG;
        return new Units(type.family(), scaled ? Storage.scaleOf(type) : cellDecimals);
    }

    /** The value as {@code RowView.value} has it. */
    public Object value(long number) {
        return switch (family) {
            case BOOLEAN -> number != 0;
            case DECIMAL -> BigDecimal.valueOf(number, decimals);
            case REAL -> real(number);
            case DATE -> isInfinite(number) ? number : number * DAY;
            default -> number;
        };
    }

    private double real(long number) {
        double unit = Math.pow(10, Math.abs(decimals));
        return decimals >= 0 ? number / unit : number * unit;
    }

    private static boolean isInfinite(long number) {
        return number == Long.MAX_VALUE || number == Long.MIN_VALUE;
    }

    /** The long at or beside a value; null if it is no number or beyond all bounds. */
    public Long number(Object value, RoundingMode rounding) {
        if (value instanceof Boolean truth) {
            return truth ? 1L : 0L;
        }
        if (value instanceof Double real && !Double.isFinite(real)) {
            return null;
        }
        BigDecimal exact = exact(value);
        if (exact == null) {
            return null;
        }
        BigDecimal scaled = switch (family) {
            case DECIMAL, REAL -> exact.scaleByPowerOfTen(decimals).setScale(0, rounding);
            case DATE -> exact.divide(BigDecimal.valueOf(DAY), 0, rounding);
            default -> exact.setScale(0, rounding);
        };
        return scaled.toBigInteger().bitLength() < Long.SIZE ? scaled.longValueExact() : null;
    }

    private static BigDecimal exact(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof Long whole) {
            return BigDecimal.valueOf(whole);
        }
        return value instanceof Double real ? BigDecimal.valueOf(real) : null;
    }
}
