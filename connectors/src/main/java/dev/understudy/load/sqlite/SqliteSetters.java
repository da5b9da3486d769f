package dev.understudy.load.sqlite;

import dev.understudy.data.LongVector;
import dev.understudy.data.Storage;
import dev.understudy.load.CellSetter;
import dev.understudy.load.JdbcSetters;
import dev.understudy.load.RowBuffer;
import dev.understudy.load.ValueText;
import dev.understudy.schema.ColumnType;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** Binding in the forms that SQLite's own functions understand: dates and times as ISO texts, decimals as numbers. */
final class SqliteSetters {
    private static final long EXACT = 1L << 53;
    private static final int MOST_EXACT_SCALE = 22;
    private static final int LONGEST = 64;

    private SqliteSetters() {}

    private interface Writing {
        void put(RowBuffer text, long value);
    }

    static CellSetter of(ColumnType source) {
        return switch (source.family()) {
            case DATE -> text((out, day) -> ValueText.putDate(out, JdbcSetters.finiteDay(day)));
            case TIME -> text(ValueText::putTime);
            case TIMESTAMP -> text((out, micros) -> ValueText.putTimestamp(out, JdbcSetters.finiteMicros(micros), ""));
            case TIMESTAMP_ZONED ->
                text((out, micros) -> ValueText.putTimestamp(out, JdbcSetters.finiteMicros(micros), "+00:00"));
            case DECIMAL ->
                Storage.of(source) == Storage.LONG ? decimal(Storage.scaleOf(source)) : JdbcSetters.of(source);
            default -> JdbcSetters.of(source);
        };
    }

    /** Each has a buffer of its own; a writer is for one thread. */
    private static CellSetter text(Writing writing) {
        RowBuffer buffer = new RowBuffer(LONGEST);
        return (statement, index, values, row) -> {
            buffer.clear();
            writing.put(buffer, ((LongVector) values).get(row));
            statement.setString(index, new String(buffer.bytes(), 0, buffer.size(), StandardCharsets.ISO_8859_1));
        };
    }

    /** A quotient of two whole numbers that floating point holds is the number nearest to the decimal. */
    private static CellSetter decimal(int scale) {
        double unit = Math.pow(10, scale);
        return (statement, index, values, row) -> {
            long unscaled = ((LongVector) values).get(row);
            if (scale == 0) {
                statement.setLong(index, unscaled);
            } else if (Math.abs(unscaled) < EXACT && scale <= MOST_EXACT_SCALE) {
                statement.setDouble(index, unscaled / unit);
            } else {
                statement.setString(index, BigDecimal.valueOf(unscaled, scale).toPlainString());
            }
        };
    }
}
