package dev.understudy.introspect.postgresql;

import dev.understudy.schema.ColumnType;
import dev.understudy.schema.TypeFamily;
import java.util.List;

/** What PostgreSQL's types mean. */
final class ColumnTypes {
    private static final int TYPMOD_HEADER = 4;
    private static final int SCALE_BITS = 11;
    private static final int DEFAULT_FRACTION = 6;
    private static final int MONEY_DIGITS = 18;

    private ColumnTypes() {}

    /**
     * @param base    name of the base type in {@code pg_type}
     * @param form    {@code pg_type.typtype} of the base type
     * @param builtIn true if the base type is the server's own
     * @param array   true if the base type is an array
     * @param typmod  of the base type; -1 if it has none
     */
    record Facts(String base, String form, boolean builtIn, boolean array, int typmod) {}

    static ColumnType of(Facts facts, String sqlName, String baseName, List<String> labels) {
        TypeFamily family = family(facts);
        int typmod = facts.typmod();
        return new ColumnType(
                family,
                sqlName,
                baseName,
                length(facts.base(), family, typmod),
                precision(facts.base(), family, typmod),
                scale(facts.base(), family, typmod),
                false,
                labels);
    }

    private static TypeFamily family(Facts facts) {
        if (facts.array()) {
            return TypeFamily.ARRAY;
        }
        return switch (facts.form()) {
            case "e" -> TypeFamily.ENUM;
            case "c" -> TypeFamily.COMPOSITE;
            case "r", "m" -> TypeFamily.RANGE;
            default -> facts.builtIn() ? builtIn(facts.base()) : ofExtension(facts.base());
        };
    }

    private static TypeFamily builtIn(String name) {
        return switch (name) {
            case "bool" -> TypeFamily.BOOLEAN;
            case "int2", "int4", "int8", "oid" -> TypeFamily.INTEGER;
            case "numeric", "money" -> TypeFamily.DECIMAL;
            case "float4", "float8" -> TypeFamily.REAL;
            case "text", "varchar", "bpchar", "char", "name" -> TypeFamily.TEXT;
            case "date" -> TypeFamily.DATE;
            case "time", "timetz" -> TypeFamily.TIME;
            case "timestamp" -> TypeFamily.TIMESTAMP;
            case "timestamptz" -> TypeFamily.TIMESTAMP_ZONED;
            case "interval" -> TypeFamily.INTERVAL;
            case "uuid" -> TypeFamily.UUID;
            case "bytea" -> TypeFamily.BINARY;
            case "bit", "varbit" -> TypeFamily.BIT;
            case "json", "jsonb" -> TypeFamily.JSON;
            case "xml" -> TypeFamily.XML;
            case "inet", "cidr", "macaddr", "macaddr8" -> TypeFamily.NETWORK;
            case "point", "line", "lseg", "box", "path", "polygon", "circle" -> TypeFamily.GEOMETRY;
            default -> TypeFamily.OTHER;
        };
    }

    private static TypeFamily ofExtension(String name) {
        return switch (name) {
            case "citext" -> TypeFamily.TEXT;
            case "geometry", "geography" -> TypeFamily.GEOMETRY;
            default -> TypeFamily.OTHER;
        };
    }

    private static int length(String base, TypeFamily family, int typmod) {
        if (family == TypeFamily.TEXT && base.equals("char")) {
            return 1;
        }
        if (family == TypeFamily.BIT) {
            return Math.max(0, typmod);
        }
        return family == TypeFamily.TEXT ? Math.max(0, typmod - TYPMOD_HEADER) : 0;
    }

    private static int precision(String base, TypeFamily family, int typmod) {
        return switch (family) {
            case INTEGER ->
                switch (base) {
                    case "int2" -> Short.SIZE;
                    case "int8" -> Long.SIZE;
                    default -> Integer.SIZE;
                };
            case DECIMAL ->
                base.equals("money") ? MONEY_DIGITS : typmod < 0 ? 0 : (typmod - TYPMOD_HEADER) >> Short.SIZE;
            case TIME, TIMESTAMP, TIMESTAMP_ZONED -> typmod < 0 ? DEFAULT_FRACTION : typmod;
            default -> 0;
        };
    }

    private static int scale(String base, TypeFamily family, int typmod) {
        if (family != TypeFamily.DECIMAL) {
            return 0;
        }
        // Eleven bits with a sign: numeric(3,-2) rounds to hundreds.
        int bits = Integer.SIZE - SCALE_BITS;
        return base.equals("money") ? 2 : typmod < 0 ? -1 : (typmod - TYPMOD_HEADER) << bits >> bits;
    }
}
