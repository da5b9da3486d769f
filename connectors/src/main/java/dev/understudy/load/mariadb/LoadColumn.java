package dev.understudy.load.mariadb;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.DoubleVector;
import dev.understudy.data.LongVector;
import dev.understudy.data.Storage;
import dev.understudy.data.TextVector;
import dev.understudy.load.JdbcSetters;
import dev.understudy.load.RowBuffer;
import dev.understudy.load.ValueText;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.TypeFamily;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * One column of LOAD DATA.
 *
 * @param position   column of the batches
 * @param name       name in the target
 * @param conversion what turns the text into the value, with {@code %s} for the text; empty if the text is taken as it is
 * @param encoder    writes a value that is not missing
 */
record LoadColumn(int position, String name, String conversion, Encoder encoder) {
    private static final long MICROS_PER_SECOND = 1_000_000;
    /** Ends of MariaDB's timestamp, to which infinity is brought. */
    private static final long LAST_TIMESTAMP =
            LocalDateTime.of(2038, 1, 19, 3, 14, 7).toEpochSecond(ZoneOffset.UTC) * MICROS_PER_SECOND;

    private static final long FIRST_TIMESTAMP = MICROS_PER_SECOND;

    private static final Set<String> BINARIES =
            Set.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob");
    private static final Set<String> SHAPES = Set.of(
            "geometry",
            "point",
            "linestring",
            "polygon",
            "multipoint",
            "multilinestring",
            "multipolygon",
            "geometrycollection");

    /** Writes one value. */
    @FunctionalInterface
    interface Encoder {
        void encode(RowBuffer out, ColumnVector values, int row);
    }

    /** @param targetType {@code data_type} of the target's catalog, in lower case */
    static LoadColumn of(int position, Column source, String targetType) {
        return new LoadColumn(
                position, source.name(), conversion(source.type(), targetType), encoder(source.type(), targetType));
    }

    private static String conversion(ColumnType source, String targetType) {
        if (targetType.equals("bit")) {
            return source.family() == TypeFamily.BIT ? "CAST(CONV(%s, 2, 10) AS UNSIGNED)" : "CAST(%s AS UNSIGNED)";
        }
        boolean bytes = source.family() == TypeFamily.BINARY && BINARIES.contains(targetType);
        return bytes || SHAPES.contains(targetType) ? "UNHEX(%s)" : "";
    }

    private static Encoder encoder(ColumnType source, String targetType) {
        int scale = Storage.scaleOf(source);
        return switch (source.family()) {
            case BOOLEAN -> (out, values, row) -> out.putDecimal(longAt(values, row));
            case INTEGER ->
                source.unsigned() && source.precision() == Long.SIZE
                        ? (out, values, row) -> out.putAscii(Long.toUnsignedString(longAt(values, row)))
                        : (out, values, row) -> out.putDecimal(longAt(values, row));
            case DECIMAL ->
                Storage.of(source) == Storage.LONG
                        ? (out, values, row) -> ValueText.putScaled(out, longAt(values, row), scale)
                        : real(source.scale());
            case REAL -> real(-1);
            case DATE -> (out, values, row) -> ValueText.putDate(out, JdbcSetters.finiteDay(longAt(values, row)));
            case TIME -> (out, values, row) -> ValueText.putTime(out, longAt(values, row));
            case TIMESTAMP, TIMESTAMP_ZONED ->
                targetType.equals("timestamp")
                        ? (out, values, row) -> ValueText.putTimestamp(out, inTimestamp(longAt(values, row)), "")
                        : (out, values, row) ->
                                ValueText.putTimestamp(out, JdbcSetters.finiteMicros(longAt(values, row)), "");
            default -> (out, values, row) -> putEscaped(out, ((TextVector) values).get(row));
        };
    }

    /** MariaDB has no NaN and no infinity: they are written as null. */
    private static Encoder real(int scale) {
        return (out, values, row) -> {
            double value = ((DoubleVector) values).get(row);
            if (Double.isFinite(value)) {
                ValueText.putReal(out, value, scale);
            } else {
                out.putAscii("\\N");
            }
        };
    }

    private static long inTimestamp(long micros) {
        return micros == Long.MAX_VALUE ? LAST_TIMESTAMP : micros == Long.MIN_VALUE ? FIRST_TIMESTAMP : micros;
    }

    private static void putEscaped(RowBuffer out, String text) {
        out.putUtf8(needsEscape(text) ? escape(text) : text);
    }

    private static boolean needsEscape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '\t' || c == '\n' || c == '\0') {
                return true;
            }
        }
        return false;
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\0", "\\0");
    }

    private static long longAt(ColumnVector values, int row) {
        return ((LongVector) values).get(row);
    }
}
