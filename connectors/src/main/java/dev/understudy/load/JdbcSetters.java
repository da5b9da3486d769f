package dev.understudy.load;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.DoubleVector;
import dev.understudy.data.LongVector;
import dev.understudy.data.Storage;
import dev.understudy.data.TextVector;
import dev.understudy.schema.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HexFormat;

/** Typed binding by the setters that every JDBC driver has. Infinite dates become the ends of the years 1 to 9999. */
public final class JdbcSetters {
    private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long MICROS_PER_DAY = 86_400 * MICROS_PER_SECOND;
    private static final int NANOS_PER_MICRO = 1_000;

    private JdbcSetters() {}

    /** @param source type of the source's column, which fixes what the stored values mean */
    public static CellSetter of(ColumnType source) {
        return switch (source.family()) {
            case BOOLEAN -> (statement, index, values, row) -> statement.setBoolean(index, longAt(values, row) != 0);
            case INTEGER ->
                source.unsigned() && source.precision() == Long.SIZE
                        ? (statement, index, values, row) ->
                                statement.setBigDecimal(index, new BigDecimal(unsigned(longAt(values, row))))
                        : (statement, index, values, row) -> statement.setLong(index, longAt(values, row));
            case DECIMAL -> decimal(source);
            case REAL -> (statement, index, values, row) -> statement.setDouble(index, doubleAt(values, row));
            case DATE ->
                (statement, index, values, row) ->
                        statement.setObject(index, LocalDate.ofEpochDay(finiteDay(longAt(values, row))));
            case TIME ->
                (statement, index, values, row) ->
                        statement.setObject(index, LocalTime.ofNanoOfDay(longAt(values, row) * NANOS_PER_MICRO));
            case TIMESTAMP ->
                (statement, index, values, row) -> statement.setObject(index, dateTime(longAt(values, row)));
            case TIMESTAMP_ZONED ->
                (statement, index, values, row) ->
                        statement.setObject(index, dateTime(longAt(values, row)).atOffset(ZoneOffset.UTC));
            case BINARY ->
                (statement, index, values, row) ->
                        statement.setBytes(index, HexFormat.of().parseHex(textAt(values, row)));
            default -> (statement, index, values, row) -> statement.setString(index, textAt(values, row));
        };
    }

    private static CellSetter decimal(ColumnType source) {
        if (Storage.of(source) == Storage.LONG) {
            int scale = Storage.scaleOf(source);
            return (statement, index, values, row) ->
                    statement.setBigDecimal(index, BigDecimal.valueOf(longAt(values, row), scale));
        }
        int scale = source.scale();
        return (statement, index, values, row) -> {
            BigDecimal value = BigDecimal.valueOf(doubleAt(values, row));
            statement.setBigDecimal(index, scale < 0 ? value : value.setScale(scale, RoundingMode.HALF_EVEN));
        };
    }

    private static BigInteger unsigned(long value) {
        return new BigInteger(Long.toUnsignedString(value));
    }

    /** The day itself, or the end of the calendar that infinity is brought to. */
    public static long finiteDay(long day) {
        return day == Long.MAX_VALUE ? LAST_DAY : day == Long.MIN_VALUE ? FIRST_DAY : day;
    }

    /** The moment itself, or the end of the calendar that infinity is brought to. */
    public static long finiteMicros(long micros) {
        return micros == Long.MAX_VALUE
                ? (LAST_DAY + 1) * MICROS_PER_DAY - MICROS_PER_SECOND
                : micros == Long.MIN_VALUE ? FIRST_DAY * MICROS_PER_DAY : micros;
    }

    private static LocalDateTime dateTime(long value) {
        long micros = finiteMicros(value);
        return LocalDateTime.ofEpochSecond(
                Math.floorDiv(micros, MICROS_PER_SECOND),
                (int) Math.floorMod(micros, MICROS_PER_SECOND) * NANOS_PER_MICRO,
                ZoneOffset.UTC);
    }

    private static long longAt(ColumnVector values, int row) {
        return ((LongVector) values).get(row);
    }

    private static double doubleAt(ColumnVector values, int row) {
        return ((DoubleVector) values).get(row);
    }

    private static String textAt(ColumnVector values, int row) {
        return ((TextVector) values).get(row);
    }
}
