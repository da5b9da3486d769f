package dev.understudy.load.postgresql;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.DoubleVector;
import dev.understudy.data.LongVector;
import dev.understudy.data.Storage;
import dev.understudy.data.TextVector;
import dev.understudy.load.RowBuffer;
import dev.understudy.schema.ColumnType;
import java.util.Optional;
import java.util.Set;

/** Which binary form a value of the source takes in a column of PostgreSQL; none where only the text form is safe. */
final class BinaryEncoders {
    /** Days from 1970-01-01 to 2000-01-01, where PostgreSQL counts from. */
    private static final int EPOCH_DAYS = 10_957;

    private static final long EPOCH_MICROS = EPOCH_DAYS * 86_400_000_000L;
    private static final int UUID_BYTES = 16;
    private static final Set<String> TEXTS = Set.of("text", "varchar", "bpchar", "citext", "json", "xml");

    private BinaryEncoders() {}

    /**
     * @param source type of the source's column, which fixes what the stored values mean
     * @param target what the target has
     */
    static Optional<FieldEncoder> of(ColumnType source, TargetColumn target) {
        return Optional.ofNullable(
                switch (source.family()) {
                    case BOOLEAN -> target.is("bool") ? BinaryEncoders::bool : whole(target);
                    case INTEGER -> source.unsigned() && source.precision() == Long.SIZE ? null : whole(target);
                    case DECIMAL, REAL -> number(source, target);
                    case DATE -> target.is("date") ? BinaryEncoders::date : null;
                    case TIME -> target.is("time") ? BinaryEncoders::plainLong : null;
                    case TIMESTAMP, TIMESTAMP_ZONED ->
                        target.is("timestamp") || target.is("timestamptz") ? BinaryEncoders::timestamp : null;
                    case BINARY -> target.is("bytea") ? BinaryEncoders::bytes : texts(target);
                    default -> texts(target);
                });
    }

    private static FieldEncoder whole(TargetColumn target) {
        return switch (target.type()) {
            case "int2" ->
                (out, values, row) -> {
                    out.putInt(Short.BYTES);
                    out.putShort(fitting(values, row, Short.MIN_VALUE, Short.MAX_VALUE));
                };
            case "int4" ->
                (out, values, row) -> {
                    out.putInt(Integer.BYTES);
                    out.putInt(fitting(values, row, Integer.MIN_VALUE, Integer.MAX_VALUE));
                };
            case "int8" -> BinaryEncoders::plainLong;
            case "numeric" -> (out, values, row) -> NumericEncoder.put(out, longAt(values, row), 0);
            default -> null;
        };
    }

    private static int fitting(ColumnVector values, int row, int least, int most) {
        long value = longAt(values, row);
        if (value < least || value > most) {
            throw new ArithmeticException("A number is too large for its column.");
        }
        return (int) value;
    }

    private static FieldEncoder number(ColumnType source, TargetColumn target) {
        int scale = Storage.scaleOf(source);
        boolean scaled = Storage.of(source) == Storage.LONG;
        return switch (target.type()) {
            case "numeric" ->
                scaled
                        ? (out, values, row) -> NumericEncoder.put(out, longAt(values, row), scale)
                        : (out, values, row) -> NumericEncoder.put(out, doubleAt(values, row), source.scale());
            case "float8" ->
                scaled
                        ? null
                        : (out, values, row) -> {
                            out.putInt(Double.BYTES);
                            out.putLong(Double.doubleToRawLongBits(doubleAt(values, row)));
                        };
            case "float4" ->
                scaled
                        ? null
                        : (out, values, row) -> {
                            out.putInt(Float.BYTES);
                            out.putInt(Float.floatToRawIntBits((float) doubleAt(values, row)));
                        };
            default -> null;
        };
    }

    private static FieldEncoder texts(TargetColumn target) {
        if (target.isEnum() || TEXTS.contains(target.type())) {
            return (out, values, row) -> {
                int length = out.size();
                out.putInt(0);
                out.putUtf8(PlainText.of(values, row));
                out.setInt(length, out.size() - length - Integer.BYTES);
            };
        }
        return switch (target.type()) {
            case "jsonb" ->
                (out, values, row) -> {
                    int length = out.size();
                    out.putInt(0);
                    out.putByte(1);
                    out.putUtf8(PlainText.of(values, row));
                    out.setInt(length, out.size() - length - Integer.BYTES);
                };
            case "uuid" -> BinaryEncoders::uuid;
            default -> null;
        };
    }

    private static void bool(RowBuffer out, ColumnVector values, int row) {
        out.putInt(1);
        out.putByte(longAt(values, row) == 0 ? 0 : 1);
    }

    private static void plainLong(RowBuffer out, ColumnVector values, int row) {
        out.putInt(Long.BYTES);
        out.putLong(longAt(values, row));
    }

    private static void date(RowBuffer out, ColumnVector values, int row) {
        long days = longAt(values, row);
        out.putInt(Integer.BYTES);
        out.putInt(
                days == Long.MAX_VALUE
                        ? Integer.MAX_VALUE
                        : days == Long.MIN_VALUE ? Integer.MIN_VALUE : Math.toIntExact(days - EPOCH_DAYS));
    }

    private static void timestamp(RowBuffer out, ColumnVector values, int row) {
        long micros = longAt(values, row);
        boolean infinite = micros == Long.MAX_VALUE || micros == Long.MIN_VALUE;
        out.putInt(Long.BYTES);
        out.putLong(infinite ? micros : Math.subtractExact(micros, EPOCH_MICROS));
    }

    private static void bytes(RowBuffer out, ColumnVector values, int row) {
        String hex = ((TextVector) values).get(row);
        out.putInt(hex.length() / 2);
        out.putHexDecoded(hex);
    }

    private static void uuid(RowBuffer out, ColumnVector values, int row) {
        java.util.UUID uuid = java.util.UUID.fromString(((TextVector) values).get(row));
        out.putInt(UUID_BYTES);
        out.putLong(uuid.getMostSignificantBits());
        out.putLong(uuid.getLeastSignificantBits());
    }

    private static long longAt(ColumnVector values, int row) {
        return ((LongVector) values).get(row);
    }

    private static double doubleAt(ColumnVector values, int row) {
        return ((DoubleVector) values).get(row);
    }
}
