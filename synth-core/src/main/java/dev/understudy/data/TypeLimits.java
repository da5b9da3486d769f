package dev.understudy.data;

import dev.understudy.schema.ColumnType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * What numbers a type can hold, and which of them are ordinary where nothing is known of a column.
 *
 * @param low          lowest storable value
 * @param high         highest storable value
 * @param ordinaryLow  lowest ordinary value
 * @param ordinaryHigh highest ordinary value
 * @param step         distance of ordinary values
 * @param unit         storable values are whole multiples of this; of times it follows from their fractional digits
 */
public record TypeLimits(long low, long high, long ordinaryLow, long ordinaryHigh, long step, long unit) {
    /** As MariaDB spells times without fractions, and all others do that say so. */
    private static final Pattern WHOLE_SECONDS = Pattern.compile("^(datetime|timestamp|time)$|\\(0\\)");

    private static final long DAY = 86_400_000_000L;
    /** 2020-01-01 and 2024-12-31 in days since 1970. */
    private static final long FIRST_DAY = 18_262;

    private static final long LAST_DAY = 20_088;
    /** 0001-01-01 and 9999-12-31. */
    private static final long YEAR_1 = -719_162;

    private static final long YEAR_9999 = 2_932_896;

    private TypeLimits(long low, long high, long ordinaryLow, long ordinaryHigh, long step) {
        this(low, high, ordinaryLow, ordinaryHigh, step, 1);
    }

    public static TypeLimits of(ColumnType type) {
        return switch (type.family()) {
            case BOOLEAN -> new TypeLimits(0, 1, 0, 1, 1);
            case INTEGER -> integer(type);
            case DECIMAL -> decimal(type);
            case DATE -> new TypeLimits(Long.MIN_VALUE, Long.MAX_VALUE, FIRST_DAY, LAST_DAY, 1);
            case TIME -> new TypeLimits(0, DAY - 1, 0, DAY - 1, 60_000_000L, fraction(type));
            case TIMESTAMP, TIMESTAMP_ZONED ->
                new TypeLimits(
                        Long.MIN_VALUE, Long.MAX_VALUE, FIRST_DAY * DAY, LAST_DAY * DAY, 1_000_000L, fraction(type));
            default -> new TypeLimits(Long.MIN_VALUE, Long.MAX_VALUE, 0, 100, 1);
        };
    }

    /**
     * The same for a column of floating-point cells: a declared number of digits bounds them, too.
     *
     * @param decimals digits after the point that a long of the column carries; may be negative
     */
    public static TypeLimits of(ColumnType type, int decimals) {
        TypeLimits limits = of(type);
        boolean declared = type.scale() >= 0 && type.precision() >= Math.max(1, type.scale());
        if (Storage.of(type) != Storage.DOUBLE || !declared) {
            return limits;
        }
        BigDecimal most = BigDecimal.ONE
                .scaleByPowerOfTen(type.precision() - type.scale())
                .subtract(BigDecimal.ONE.scaleByPowerOfTen(-type.scale()))
                .scaleByPowerOfTen(decimals)
                .setScale(0, RoundingMode.DOWN);
        boolean fits = most.toBigInteger().bitLength() < Long.SIZE;
        return fits ? limits.within(type.unsigned() ? 0 : -most.longValueExact(), most.longValueExact()) : limits;
    }

    /**
     * First and last date or time of years with four digits: beyond them some databases store nothing, and nobody expects one
     * where the source has none. Of other types all that they can hold.
     */
    public static long[] calendar(ColumnType type) {
        return switch (type.family()) {
            case DATE -> new long[] {YEAR_1, YEAR_9999};
            case TIMESTAMP, TIMESTAMP_ZONED -> new long[] {YEAR_1 * DAY, (YEAR_9999 + 1) * DAY - 1};
            default -> new long[] {Long.MIN_VALUE, Long.MAX_VALUE};
        };
    }

    /** The same, kept within other bounds. */
    public TypeLimits within(long lowest, long highest) {
        return new TypeLimits(Math.max(low, lowest), Math.min(high, highest), ordinaryLow, ordinaryHigh, step, unit);
    }

    private static TypeLimits integer(ColumnType type) {
        if (type.sqlName().toLowerCase(java.util.Locale.ROOT).startsWith("year")) {
            return new TypeLimits(1901, 2155, 2000, 2024, 1);
        }
        int bits = type.precision() == 0 ? 32 : type.precision();
        if (bits >= 64) {
            return new TypeLimits(type.unsigned() ? 0 : Long.MIN_VALUE, Long.MAX_VALUE, 0, 100, 1);
        }
        long high = (1L << (type.unsigned() ? bits : bits - 1)) - 1;
        return new TypeLimits(type.unsigned() ? 0 : -high - 1, high, 0, Math.min(100, high), 1);
    }

    private static TypeLimits decimal(ColumnType type) {
        if (Storage.of(type) != Storage.LONG) {
            return new TypeLimits(Long.MIN_VALUE, Long.MAX_VALUE, 0, 100, 1);
        }
        long high = (long) Math.pow(10, type.precision()) - 1;
        long hundred = (long) Math.pow(10, Math.min(type.precision() - 1, type.scale() + 2));
        return new TypeLimits(type.unsigned() ? 0 : -high, high, 0, hundred, 1);
    }

    /** The least time that the type tells apart, in microseconds; 1 where that is unknown. */
    private static long fraction(ColumnType type) {
        boolean seconds =
                type.precision() == 0 && WHOLE_SECONDS.matcher(type.baseName()).find();
        return type.precision() == 0 && !seconds ? 1 : (long) Math.pow(10, 6 - Math.min(6, type.precision()));
    }

    /** The nearest storable value, the lower one of two. */
    public long clamp(long value) {
        long within = Math.max(low, Math.min(high, value));
        if (unit == 1) {
            return within;
        }
        boolean infinite = within == Long.MAX_VALUE || within < Long.MIN_VALUE + unit;
        return infinite ? within : within - Math.floorMod(within, unit);
    }

    /** @param u uniform in [0, 1) */
    public long ordinary(double u) {
        return ordinaryLow + (long) (u * ((ordinaryHigh - ordinaryLow) / step + 1)) * step;
    }
}
