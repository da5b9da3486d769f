package dev.understudy.schema.rule;

import java.math.BigDecimal;

/** Comparing and converting the values that conditions work on. */
final class Values {
    private Values() {}

    /** Order of two values that are not null; exact unless one is floating point. */
    static int compare(Object left, Object right) {
        if (left instanceof Long a && right instanceof Long b) {
            return a.compareTo(b);
        }
        if (left instanceof String a && right instanceof String b) {
            return a.compareTo(b);
        }
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return a.compareTo(b);
        }
        if (left instanceof Double || right instanceof Double) {
            return Double.compare(real(left) + 0.0, real(right) + 0.0);
        }
        return exact(left).compareTo(exact(right));
    }

    /** Equal for values that compare as equal; of a missing value 0. */
    static long hash(Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof String text) {
            return hash(text);
        }
        if (value instanceof Double real && !Double.isFinite(real)) {
            return real.hashCode();
        }
        BigDecimal exact = exact(value).stripTrailingZeros();
        return exact.hashCode() ^ Double.doubleToLongBits(exact.doubleValue()) * 0x9E3779B97F4A7C15L;
    }

    /** Those of {@link String#hashCode()} are equal for many short codes: "Ah" and "BI". */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash ^ hash >>> 32;
    }

    static double real(Object value) {
        return value instanceof Boolean flag ? (flag ? 1 : 0) : ((Number) value).doubleValue();
    }

    static BigDecimal exact(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal;
        }
        if (value instanceof Long whole) {
            return BigDecimal.valueOf(whole);
        }
        return value instanceof Boolean flag
                ? (flag ? BigDecimal.ONE : BigDecimal.ZERO)
                : BigDecimal.valueOf((Double) value);
    }
}
