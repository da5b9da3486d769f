package dev.understudy.model;

/** How a partner's number is brought into the unit of the column that is told by its difference from it. */
public enum Conversion {
    /** Both are in the same unit. */
    NONE,
    /** Microseconds since 1970 into the days that they lie in. */
    MICROS_TO_DAYS,
    /** Days since 1970 into the microseconds at which they begin. */
    DAYS_TO_MICROS;

    private static final long MICROS_A_DAY = 86_400_000_000L;

    /** Infinities stay infinite. */
    public long apply(long value) {
        if (value == Long.MAX_VALUE || value == Long.MIN_VALUE) {
            return value;
        }
        return switch (this) {
            case NONE -> value;
            case MICROS_TO_DAYS -> Math.floorDiv(value, MICROS_A_DAY);
            case DAYS_TO_MICROS -> Math.multiplyExact(value, MICROS_A_DAY);
        };
    }
}
