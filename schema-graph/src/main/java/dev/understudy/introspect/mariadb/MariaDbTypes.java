package dev.understudy.introspect.mariadb;

import dev.understudy.schema.ColumnType;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.text.QualifiedNames;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** Types as MariaDB's information schema tells them. */
final class MariaDbTypes {
    private MariaDbTypes() {}

    /**
     * @param row  of {@code information_schema.columns}
     * @param json true if the column checks that its text is JSON, which is all that MariaDB's type {@code json} is
     */
    static ColumnType of(ResultSet row, boolean json) throws SQLException {
        String dataType = row.getString("data_type");
        String columnType = row.getString("column_type");
        TypeFamily family = json ? TypeFamily.JSON : family(dataType, columnType);
        return new ColumnType(
                family,
                columnType + collation(row, family),
                columnType,
                length(row, family),
                precision(row, family, dataType),
                family == TypeFamily.DECIMAL || isDeclared(row, family) ? row.getInt("numeric_scale") : 0,
                columnType.contains("unsigned"),
                family == TypeFamily.ENUM || family == TypeFamily.SET
                        ? QualifiedNames.backticks(columnType).strings()
                        : List.of());
    }

    /** Told where texts that differ in case alone are equal, since keys then hold fewer of them. */
    private static String collation(ResultSet row, TypeFamily family) throws SQLException {
        String collation = row.getString("collation_name");
        return family == TypeFamily.TEXT && collation != null && collation.endsWith("_ci")
                ? " COLLATE " + collation
                : "";
    }

    private static int length(ResultSet row, TypeFamily family) throws SQLException {
        return switch (family) {
            case TEXT, BINARY -> {
                long length = row.getLong("character_maximum_length");
                yield length > Integer.MAX_VALUE ? 0 : (int) length;
            }
            case BIT -> row.getInt("numeric_precision");
            default -> 0;
        };
    }

    /** True for {@code float(6,4)}, which refuses 100. */
    private static boolean isDeclared(ResultSet row, TypeFamily family) throws SQLException {
        return family == TypeFamily.REAL && row.getString("numeric_scale") != null;
    }

    private static int precision(ResultSet row, TypeFamily family, String dataType) throws SQLException {
        return switch (family) {
            case DECIMAL -> row.getInt("numeric_precision");
            case REAL -> isDeclared(row, family) ? row.getInt("numeric_precision") : 0;
            case TIME, TIMESTAMP, TIMESTAMP_ZONED -> row.getInt("datetime_precision");
            case INTEGER ->
                switch (dataType) {
                    case "tinyint" -> 8;
                    case "smallint", "year" -> 16;
                    case "mediumint" -> 24;
                    case "int" -> 32;
                    default -> 64;
                };
            default -> 0;
        };
    }

    private static TypeFamily family(String dataType, String columnType) {
        return switch (dataType) {
            case "tinyint" -> columnType.equals("tinyint(1)") ? TypeFamily.BOOLEAN : TypeFamily.INTEGER;
            case "bit" -> columnType.equals("bit(1)") ? TypeFamily.BOOLEAN : TypeFamily.BIT;
            case "smallint", "mediumint", "int", "bigint", "year" -> TypeFamily.INTEGER;
            case "decimal" -> TypeFamily.DECIMAL;
            case "float", "double" -> TypeFamily.REAL;
            case "char", "varchar", "tinytext", "text", "mediumtext", "longtext" -> TypeFamily.TEXT;
            case "binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob" -> TypeFamily.BINARY;
            case "date" -> TypeFamily.DATE;
            case "time" -> TypeFamily.TIME;
            case "datetime" -> TypeFamily.TIMESTAMP;
            case "timestamp" -> TypeFamily.TIMESTAMP_ZONED;
            case "enum" -> TypeFamily.ENUM;
            case "set" -> TypeFamily.SET;
            case "uuid" -> TypeFamily.UUID;
            case "inet4", "inet6" -> TypeFamily.NETWORK;
            case "json" -> TypeFamily.JSON;
            case "geometry",
                    "point",
                    "linestring",
                    "polygon",
                    "multipoint",
                    "multilinestring",
                    "multipolygon",
                    "geometrycollection",
                    "geomcollection" -> TypeFamily.GEOMETRY;
            default -> TypeFamily.OTHER;
        };
    }
}
