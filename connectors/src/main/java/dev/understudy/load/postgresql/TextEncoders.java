package dev.understudy.load.postgresql;

import dev.understudy.data.ColumnVector;
import dev.understudy.data.DoubleVector;
import dev.understudy.data.LongVector;
import dev.understudy.data.Storage;
import dev.understudy.load.RowBuffer;
import dev.understudy.load.ValueText;
import dev.understudy.schema.ColumnType;

/** Values in COPY's text format; the server converts them to whatever type its column has. */
final class TextEncoders {
    private TextEncoders() {}

    static FieldEncoder of(ColumnType source, TargetColumn target) {
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
                        : (out, values, row) ->
                                ValueText.putReal(out, ((DoubleVector) values).get(row), source.scale());
            case REAL -> (out, values, row) -> ValueText.putReal(out, ((DoubleVector) values).get(row), -1);
            case DATE ->
                (out, values, row) -> {
                    if (!putInfinity(out, longAt(values, row))) {
                        ValueText.putDate(out, longAt(values, row));
                    }
                };
            case TIME -> (out, values, row) -> ValueText.putTime(out, longAt(values, row));
            case TIMESTAMP -> timestamp("");
            case TIMESTAMP_ZONED -> timestamp("+00");
            case BINARY ->
                (out, values, row) -> {
                    out.putAscii(target.is("bytea") ? "\\\\x" : "");
                    putEscaped(out, PlainText.of(values, row));
                };
            default -> (out, values, row) -> putEscaped(out, PlainText.of(values, row));
        };
    }

    private static FieldEncoder timestamp(String zone) {
        return (out, values, row) -> {
            if (!putInfinity(out, longAt(values, row))) {
                ValueText.putTimestamp(out, longAt(values, row), zone);
            }
        };
    }

    private static boolean putInfinity(RowBuffer out, long value) {
        if (value == Long.MAX_VALUE) {
            out.putAscii("infinity");
            return true;
        }
        if (value == Long.MIN_VALUE) {
            out.putAscii("-infinity");
            return true;
        }
        return false;
    }

    private static void putEscaped(RowBuffer out, String text) {
        out.putUtf8(needsEscape(text) ? escape(text) : text);
    }

    private static boolean needsEscape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' || c == '\t' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return false;
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("\t", "\\t")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    private static long longAt(ColumnVector values, int row) {
        return ((LongVector) values).get(row);
    }
}
