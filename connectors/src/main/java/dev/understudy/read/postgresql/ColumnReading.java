package dev.understudy.read.postgresql;

import dev.understudy.data.Storage;
import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.Vendor;
import dev.understudy.sql.statement.Identifiers;
import java.util.Locale;
import java.util.Set;

/**
 * How one column is selected and decoded.
 *
 * @param expression what stands in the select list
 * @param field      decoder of what that sends
 */
record ColumnReading(String expression, BinaryField field) {
    private static final Set<String> INTEGERS = Set.of("smallint", "integer", "bigint");

    static ColumnReading of(Column column) {
        String name = Identifiers.quote(Vendor.POSTGRESQL, column.name());
        ColumnType type = column.type();
        String base = type.baseName().toLowerCase(Locale.ROOT);
        return switch (type.family()) {
            case BOOLEAN -> new ColumnReading(cast(name, "boolean", base.equals("boolean")), BinaryField.bool());
            case INTEGER -> new ColumnReading(cast(name, "bigint", INTEGERS.contains(base)), BinaryField.integer());
            case DECIMAL -> new ColumnReading(cast(name, "numeric", base.startsWith("numeric")), decimal(type));
            case REAL ->
                new ColumnReading(
                        cast(name, "double precision", base.equals("real") || base.equals("double precision")),
                        BinaryField.real());
            case DATE -> new ColumnReading(name, BinaryField.date());
            case TIME ->
                new ColumnReading(
                        base.contains("with time zone") ? "(" + name + " AT TIME ZONE 'UTC')::time" : name,
                        BinaryField.time());
            case TIMESTAMP, TIMESTAMP_ZONED -> new ColumnReading(name, BinaryField.timestamp());
            case UUID -> new ColumnReading(name, BinaryField.uuid());
            case BINARY -> new ColumnReading(name, BinaryField.hex());
            // A cast to text would add the netmask that the ordinary output leaves out.
            case NETWORK ->
                new ColumnReading(
                        "CASE WHEN " + name + " IS NOT NULL THEN format('%s', " + name + ") END", BinaryField.text());
            // The cast strips the blanks that pad char(n); every other type prints as it always does.
            default -> new ColumnReading(name + "::text", BinaryField.text());
        };
    }

    private static BinaryField decimal(ColumnType type) {
        return Storage.of(type) == Storage.LONG
                ? BinaryField.scaledNumeric(Storage.scaleOf(type))
                : BinaryField.numeric();
    }

    private static String cast(String name, String wanted, boolean alreadySo) {
        return alreadySo ? name : name + "::" + wanted;
    }
}
