package dev.understudy.introspect;

import dev.understudy.schema.ColumnType;
import dev.understudy.schema.TypeFamily;
import java.sql.JDBCType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import schemacrawler.schema.Column;

/** What JDBC's type numbers mean; right for simple types, a guess for the rest. */
final class GenericTypes {
    private GenericTypes() {}

    static ColumnType of(Column column) {
        String vendorName = column.getColumnDataType().getName();
        TypeFamily family =
                jdbcType(column).map(type -> family(type, vendorName)).orElse(TypeFamily.OTHER);
        int size = Math.max(0, column.getSize());
        int digits = Math.max(0, column.getDecimalDigits());
        String spelling = switch (family) {
            case TEXT, BINARY, BIT ->
                size > 0 && size < Integer.MAX_VALUE / 2 ? vendorName + "(" + size + ")" : vendorName;
            case DECIMAL -> vendorName + "(" + size + "," + digits + ")";
            default -> vendorName;
        };
        return new ColumnType(
                family,
                spelling,
                spelling,
                family == TypeFamily.TEXT || family == TypeFamily.BINARY || family == TypeFamily.BIT ? size : 0,
                precision(family, jdbcType(column), size, digits),
                family == TypeFamily.DECIMAL ? digits : 0,
                vendorName.toLowerCase(Locale.ROOT).contains("unsigned"),
                List.of());
    }

    private static Optional<JDBCType> jdbcType(Column column) {
        Integer number = column.getColumnDataType().getJavaSqlType().getVendorTypeNumber();
        return Arrays.stream(JDBCType.values())
                .filter(type -> type.getVendorTypeNumber().equals(number))
                .findFirst();
    }

    private static int precision(TypeFamily family, Optional<JDBCType> type, int size, int digits) {
        return switch (family) {
            case DECIMAL -> size;
            case TIME, TIMESTAMP, TIMESTAMP_ZONED -> Math.min(9, digits);
            case INTEGER ->
                switch (type.orElse(JDBCType.BIGINT)) {
                    case TINYINT -> 8;
                    case SMALLINT -> 16;
                    case INTEGER -> 32;
                    default -> 64;
                };
            default -> 0;
        };
    }

    private static TypeFamily family(JDBCType type, String vendorName) {
        return switch (type) {
            case BOOLEAN -> TypeFamily.BOOLEAN;
            case BIT -> vendorName.toLowerCase(Locale.ROOT).startsWith("bool") ? TypeFamily.BOOLEAN : TypeFamily.BIT;
            case TINYINT, SMALLINT, INTEGER, BIGINT -> TypeFamily.INTEGER;
            case NUMERIC, DECIMAL -> TypeFamily.DECIMAL;
            case REAL, FLOAT, DOUBLE -> TypeFamily.REAL;
            case CHAR, VARCHAR, LONGVARCHAR, NCHAR, NVARCHAR, LONGNVARCHAR, CLOB, NCLOB -> TypeFamily.TEXT;
            case DATE -> TypeFamily.DATE;
            case TIME -> TypeFamily.TIME;
            case TIMESTAMP -> TypeFamily.TIMESTAMP;
            case TIMESTAMP_WITH_TIMEZONE -> TypeFamily.TIMESTAMP_ZONED;
            case BINARY, VARBINARY, LONGVARBINARY, BLOB -> TypeFamily.BINARY;
            case ARRAY -> TypeFamily.ARRAY;
            case STRUCT -> TypeFamily.COMPOSITE;
            case SQLXML -> TypeFamily.XML;
            default -> TypeFamily.OTHER;
        };
    }
}
