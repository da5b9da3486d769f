package dev.understudy.read;

import dev.understudy.data.Storage;
import dev.understudy.schema.ColumnType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Locale;

/** Typed reading by the getters that every JDBC driver has. */
public final class JdbcCells {
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int NANOS_PER_MICRO = 1_000;

    private JdbcCells() {}

    public static CellReader of(ColumnType type) {
        return switch (type.family()) {
            case BOOLEAN -> JdbcCells::bool;
            case INTEGER -> JdbcCells::whole;
            case DECIMAL -> Storage.of(type) == Storage.LONG ? scaled(Storage.scaleOf(type)) : JdbcCells::real;
            case REAL -> JdbcCells::real;
            case DATE -> JdbcCells::date;
            case TIME -> JdbcCells::time;
            case TIMESTAMP -> JdbcCells::timestamp;
            case TIMESTAMP_ZONED -> JdbcCells::zoned;
            case BINARY -> JdbcCells::hex;
            default -> isPadded(type) ? JdbcCells::unpadded : JdbcCells::text;
        };
    }

    private static boolean isPadded(ColumnType type) {
        String base = type.baseName().toLowerCase(Locale.ROOT);
        return base.startsWith("char") && !base.contains("var") && !base.contains("large");
    }

    private static void bool(ResultSet rows, int index, ColumnCells cells) throws SQLException {
        boolean value = rows.getBoolean(index);
        addLong(rows, value ? 1 : 0, cells);
    }

    /** Also for scaled decimals and times that the select list turns into whole numbers. */
    public static void whole(ResultSet rows, int index, ColumnCells cells) throws SQLException {
        addLong(rows, rows.getLong(index), cells);
    }

    private static void addLong(ResultSet rows, long value, ColumnCells cells) throws SQLException {
        if (rows.wasNull()) {
            cells.addMissing();
        } else {
            ((LongCells) cells).add(value);
        }
    }

    public static void real(ResultSet rows, int index, ColumnCells cells) throws SQLException {
        double value = rows.getDouble(index);
        if (rows.wasNull()) {
            cells.addMissing();
        } else {
            ((DoubleCells) cells).add(value);
        }
    }

    public static void text(ResultSet rows, int index, ColumnCells cells) throws SQLException {
        addText(rows.getString(index), cells);
    }

    private static void unpadded(ResultSet rows, int index, ColumnCells cells) throws SQLException {
        String value = rows.getString(index);
        int end = value == null ? 0 : value.length();
        while (end > 0 && value.charAt(end - 1) == ' ') {
            end--;
        }
        addText(value == null ? null : value.substring(0, end), cells);
    }

    private static void addText(String value, ColumnCells cells) {
        if (value == null) {
            cells.addMissing();
        } else {
            ((TextCells) cells).add(value);
        }
    }

    private static void hex(ResultSet rows, int index, ColumnCells cells) throws SQLException {
        byte[] value = rows.getBytes(index);
        addText(value == null ? null : HexFormat.of().formatHex(value), cells);
    }

    private static CellReader scaled(int scale) {
        return (rows, index, cells) -> {
            BigDecimal value = rows.getBigDecimal(index);
            if (value == null) {
                cells.addMissing();
            } else {
                ((LongCells) cells)
                        .add(value.setScale(scale, RoundingMode.HALF_EVEN)
                                .unscaledValue()
                                .longValue());
            }
        };
    }

    private static void date(ResultSet rows, int index, ColumnCells cells) throws SQLException {
        LocalDate value = rows.getObject(index, LocalDate.class);
        if (value == null) {
            cells.addMissing();
        } else {
            ((LongCells) cells).add(value.toEpochDay());
        }
    }

    private static void time(ResultSet rows, int index, ColumnCells cells) throws SQLException {
        LocalTime value = rows.getObject(index, LocalTime.class);
        if (value == null) {
            cells.addMissing();
        } else {
            ((LongCells) cells).add(value.toNanoOfDay() / NANOS_PER_MICRO);
        }
    }

    private static void timestamp(ResultSet rows, int index, ColumnCells cells) throws SQLException {
        LocalDateTime value = rows.getObject(index, LocalDateTime.class);
        if (value == null) {
            cells.addMissing();
        } else {
            ((LongCells) cells).add(micros(value.toEpochSecond(ZoneOffset.UTC), value.getNano()));
        }
    }

    private static void zoned(ResultSet rows, int index, ColumnCells cells) throws SQLException {
        OffsetDateTime value = rows.getObject(index, OffsetDateTime.class);
        if (value == null) {
            cells.addMissing();
        } else {
            ((LongCells) cells).add(micros(value.toEpochSecond(), value.getNano()));
        }
    }

    private static long micros(long seconds, int nanos) {
        return seconds * MICROS_PER_SECOND + nanos / NANOS_PER_MICRO;
    }
}
