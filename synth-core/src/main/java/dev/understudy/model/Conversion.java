package dev.understudy.model;

import java.time.LocalDate;

/** How a partner's number is brought into the unit of the column that is told by its difference from it. */
public enum Conversion {
    /** Both are in the same unit. */
    NONE,
    /** Microseconds since 1970 into the days that they lie in. */
    MICROS_TO_DAYS,
    /** Days since 1970 into the microseconds at which they begin. */
    DAYS_TO_MICROS,
    /** Days since 1970 into the year that they lie in. */
    DAYS_TO_YEARS,
    /** Microseconds since 1970 into the year that they lie in. */
    MICROS_TO_YEARS,
    /** Years into the days since 1970 at which they begin. */
    YEARS_TO_DAYS,
    /** Years into the microseconds since 1970 at which they begin. */
    YEARS_TO_MICROS,
    /** Both are in the same unit; the sign is left away. */
    ABSOLUTE;

    private static final long MICROS_A_DAY = 86_400_000_000L;
    /** Beyond these, days no longer count in microseconds. */
    private static final long MOST_YEARS = 200_000;

    private static final long MOST_DAYS = MOST_YEARS * 366;

    /** Infinities stay infinite. */
    public long apply(long value) {
        if (value == Long.MAX_VALUE || value == Long.MIN_VALUE) {
            return value;
        }
        return switch (this) {
            case NONE -> value;
            case ABSOLUTE -> Math.abs(value);
            case MICROS_TO_DAYS -> Math.floorDiv(value, MICROS_A_DAY);
            case DAYS_TO_MICROS -> Math.multiplyExact(value, MICROS_A_DAY);
            case DAYS_TO_YEARS -> year(value);
            case MICROS_TO_YEARS -> year(Math.floorDiv(value, MICROS_A_DAY));
            case YEARS_TO_DAYS -> firstDay(value);
            case YEARS_TO_MICROS -> firstDay(value) * MICROS_A_DAY;
        };
    }

    private static long year(long day) {
        return LocalDate.ofEpochDay(Math.max(-MOST_DAYS, Math.min(MOST_DAYS, day)))
                .getYear();
    }

    private static long firstDay(long year) {
        return LocalDate.of((int) Math.max(-MOST_YEARS, Math.min(MOST_YEARS, year)), 1, 1)
                .toEpochDay();
    }
}
