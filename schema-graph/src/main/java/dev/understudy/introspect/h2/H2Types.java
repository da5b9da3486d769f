package dev.understudy.introspect.h2;

import dev.understudy.schema.ColumnType;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.text.QualifiedNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Types as H2's information schema tells them. */
final class H2Types {
    /** No value can be longer: H2 says this of types without a limit. */
    private static final long UNLIMITED = 1_000_000_000;

    private H2Types() {}

    /** @param row has {@code data_type, spelling, domain_schema, domain_name, characters, digits, scale, fraction} */
    static ColumnType of(ResultSet row) throws SQLException {
        String dataType = row.getString("data_type");
        TypeFamily family = family(dataType);
        String base = row.getString("spelling");
        String domain = row.getString("domain_name");
        long characters = row.getLong("characters");
        return new ColumnType(
                family,
                domain == null ? base : quoted(row.getString("domain_schema")) + "." + quoted(domain),
                base,
                hasLength(family) && characters < UNLIMITED ? (int) characters : 0,
                precision(row, family),
                family == TypeFamily.DECIMAL ? scale(row, dataType) : 0,
                false,
                labels(family, base));
    }

    private static boolean hasLength(TypeFamily family) {
        return family == TypeFamily.TEXT || family == TypeFamily.BINARY;
    }

    private static int precision(ResultSet row, TypeFamily family) throws SQLException {
        return switch (family) {
            case INTEGER, DECIMAL -> row.getInt("digits");
            case TIME, TIMESTAMP, TIMESTAMP_ZONED -> row.getInt("fraction");
            default -> 0;
        };
    }

    private static int scale(ResultSet row, String dataType) throws SQLException {
        int scale = row.getInt("scale");
        return dataType.equals("DECFLOAT") || row.wasNull() ? -1 : scale;
    }

    private static List<String> labels(TypeFamily family, String base) {
        boolean labelled = family == TypeFamily.ENUM || family == TypeFamily.ARRAY && base.startsWith("ENUM(");
        return labelled ? QualifiedNames.ansi(base).strings() : List.of();
    }

    private static TypeFamily family(String dataType) {
        return switch (dataType) {
            case "BOOLEAN" -> TypeFamily.BOOLEAN;
            case "TINYINT", "SMALLINT", "INTEGER", "BIGINT" -> TypeFamily.INTEGER;
            case "NUMERIC", "DECFLOAT" -> TypeFamily.DECIMAL;
            case "REAL", "DOUBLE PRECISION" -> TypeFamily.REAL;
            case "CHARACTER", "CHARACTER VARYING", "VARCHAR_IGNORECASE", "CHARACTER LARGE OBJECT" -> TypeFamily.TEXT;
            case "BINARY", "BINARY VARYING", "BINARY LARGE OBJECT", "JAVA_OBJECT" -> TypeFamily.BINARY;
            case "DATE" -> TypeFamily.DATE;
            case "TIME", "TIME WITH TIME ZONE" -> TypeFamily.TIME;
            case "TIMESTAMP" -> TypeFamily.TIMESTAMP;
            case "TIMESTAMP WITH TIME ZONE" -> TypeFamily.TIMESTAMP_ZONED;
            case "UUID" -> TypeFamily.UUID;
            case "JSON" -> TypeFamily.JSON;
            case "ENUM" -> TypeFamily.ENUM;
            case "ARRAY" -> TypeFamily.ARRAY;
            case "GEOMETRY" -> TypeFamily.GEOMETRY;
            case "ROW" -> TypeFamily.COMPOSITE;
            default -> dataType.startsWith("INTERVAL") ? TypeFamily.INTERVAL : TypeFamily.OTHER;
        };
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
