package dev.understudy.data;

import dev.understudy.schema.ColumnType;
import dev.understudy.schema.TypeFamily;

/** How the values of a column are held in memory. A function of the column's type, the same at both ends. */
public enum Storage {
    /**
     * 64-bit whole numbers: integers as they are; booleans as 0 and 1; decimals of at most 18 digits times
     * 10^scale; dates as days since 1970-01-01; times of day and timestamps as microseconds, since midnight or since
     * 1970-01-01 00:00 (zoned ones in UTC). {@code Long.MAX_VALUE} and {@code Long.MIN_VALUE} stand for infinity and
     * minus infinity of dates and times.
     */
    LONG,
    /** 64-bit floating point: reals, and decimals that are wider than 18 digits or have no declared scale. */
    DOUBLE,
    /** Characters: everything else, in the text form that the vendor reads and writes. Binary as lower-case hex. */
    TEXT;

    /** Digits that a scaled long can always hold. */
    public static final int MAX_LONG_DIGITS = 18;

    public static Storage of(ColumnType type) {
        return switch (type.family()) {
            case BOOLEAN, INTEGER, DATE, TIME, TIMESTAMP, TIMESTAMP_ZONED -> LONG;
            case DECIMAL -> isScaledLong(type) ? LONG : DOUBLE;
            case REAL -> DOUBLE;
            default -> TEXT;
        };
    }

    private static boolean isScaledLong(ColumnType type) {
        return type.scale() >= 0 && type.precision() > 0 && type.precision() <= MAX_LONG_DIGITS;
    }

    /** Digits after the point that a long of this column carries: the scale of a decimal, else 0. */
    public static int scaleOf(ColumnType type) {
        return type.family() == TypeFamily.DECIMAL && isScaledLong(type) ? type.scale() : 0;
    }
}
