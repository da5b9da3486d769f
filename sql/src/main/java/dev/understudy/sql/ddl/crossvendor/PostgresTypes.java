package dev.understudy.sql.ddl.crossvendor;

import static dev.understudy.sql.ddl.crossvendor.TargetType.changed;
import static dev.understudy.sql.ddl.crossvendor.TargetType.same;

import dev.understudy.schema.ColumnType;
import dev.understudy.sql.ddl.crossvendor.TargetType.Kind;
import java.util.Locale;

/** Types of PostgreSQL for columns of others. */
final class PostgresTypes implements TargetTypes {
    private static final int MOST_CHARACTERS = 10_485_760;
    private static final int MOST_DIGITS = 1_000;
    private static final int MICROS = 6;

    @Override
    public TargetType of(ColumnType source, boolean inKey) {
        return switch (source.family()) {
            case BOOLEAN -> same(Kind.BOOLEAN, "boolean");
            case INTEGER -> integer(source);
            case DECIMAL -> decimal(source);
            case REAL -> same(Kind.NUMBER, TargetTypes.isSingle(source) ? "real" : "double precision");
            case TEXT -> text(source);
            case ENUM -> same(Kind.SHORT_TEXT, "varchar(" + TargetTypes.labelLength(source) + ")");
            case SET -> changed(Kind.SHORT_TEXT, "varchar(" + TargetTypes.labelLength(source) + ")");
            case DATE -> same(Kind.TIME, "date");
            case TIME -> same(Kind.TIME, "time" + TargetTypes.fraction(source, MICROS));
            case TIMESTAMP -> fine(source, "timestamp" + TargetTypes.fraction(source, MICROS));
            case TIMESTAMP_ZONED ->
                fine(source, "timestamp" + TargetTypes.fraction(source, MICROS) + " with time zone");
            case UUID -> same(Kind.OTHER, "uuid");
            case BINARY -> same(Kind.BINARY, "bytea");
            case BIT -> same(Kind.OTHER, source.length() > 0 ? "bit(" + source.length() + ")" : "bit varying");
            case JSON -> same(Kind.OTHER, "jsonb");
            // Arrays arrive as JSON.
            case ARRAY -> changed(Kind.OTHER, "jsonb");
            case XML -> same(Kind.OTHER, "xml");
            case NETWORK -> same(Kind.OTHER, "inet");
            case INTERVAL, RANGE, GEOMETRY, COMPOSITE, OTHER -> changed(Kind.LONG_TEXT, "text");
        };
    }

    private static TargetType integer(ColumnType source) {
        int bits = TargetTypes.signedBits(source);
        return same(
                Kind.NUMBER, bits <= 16 ? "smallint" : bits <= 32 ? "integer" : bits <= 64 ? "bigint" : "numeric(20)");
    }

    private static TargetType decimal(ColumnType source) {
        boolean limited = source.precision() > 0 && source.precision() <= MOST_DIGITS && source.scale() >= 0;
        return same(Kind.NUMBER, limited ? "numeric(%d,%d)".formatted(source.precision(), source.scale()) : "numeric");
    }

    private static TargetType text(ColumnType source) {
        String base = source.baseName().toLowerCase(Locale.ROOT);
        if (source.length() == 0 || source.length() > MOST_CHARACTERS || base.endsWith("text")) {
            return same(Kind.LONG_TEXT, "text");
        }
        return same(Kind.SHORT_TEXT, (TargetTypes.isFixed(source) ? "char(" : "varchar(") + source.length() + ")");
    }

    private static TargetType fine(ColumnType source, String sql) {
        return new TargetType(sql, Kind.TIME, source.precision() > MICROS);
    }
}
