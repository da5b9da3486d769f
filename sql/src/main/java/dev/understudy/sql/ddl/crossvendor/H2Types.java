package dev.understudy.sql.ddl.crossvendor;

import static dev.understudy.sql.ddl.crossvendor.TargetType.changed;
import static dev.understudy.sql.ddl.crossvendor.TargetType.same;

import dev.understudy.schema.ColumnType;
import dev.understudy.sql.ddl.crossvendor.TargetType.Kind;
import java.util.Locale;

/** Types of H2 for columns of others: the words of the SQL standard, as far as it has them. */
final class H2Types implements TargetTypes {
    private static final int NANOS = 9;
    private static final int MOST_DIGITS = 100_000;

    @Override
    public TargetType of(ColumnType source, boolean inKey) {
        return switch (source.family()) {
            case BOOLEAN -> same(Kind.BOOLEAN, "BOOLEAN");
            case INTEGER -> integer(source);
            case DECIMAL -> decimal(source);
            case REAL -> same(Kind.NUMBER, TargetTypes.isSingle(source) ? "REAL" : "DOUBLE PRECISION");
            case TEXT -> text(source);
            case ENUM -> same(Kind.OTHER, "ENUM" + TargetTypes.labels(source.labels(), false));
            case SET -> changed(Kind.SHORT_TEXT, "CHARACTER VARYING(" + TargetTypes.labelLength(source) + ")");
            case DATE -> same(Kind.TIME, "DATE");
            case TIME -> same(Kind.TIME, "TIME" + TargetTypes.fraction(source, NANOS));
            case TIMESTAMP -> same(Kind.TIME, "TIMESTAMP" + TargetTypes.fraction(source, NANOS));
            case TIMESTAMP_ZONED ->
                same(Kind.TIME, "TIMESTAMP" + TargetTypes.fraction(source, NANOS) + " WITH TIME ZONE");
            case UUID -> same(Kind.OTHER, "UUID");
            case BINARY -> same(Kind.BINARY, "BINARY VARYING");
            case JSON -> same(Kind.OTHER, "JSON");
            case BIT, INTERVAL, XML, ARRAY, NETWORK, RANGE, GEOMETRY, COMPOSITE, OTHER ->
                changed(Kind.LONG_TEXT, "CHARACTER VARYING");
        };
    }

    private static TargetType integer(ColumnType source) {
        int bits = TargetTypes.signedBits(source);
        String sql = bits <= 8
                ? "TINYINT"
                : bits <= 16 ? "SMALLINT" : bits <= 32 ? "INTEGER" : bits <= 64 ? "BIGINT" : "NUMERIC(20)";
        return same(Kind.NUMBER, sql);
    }

    private static TargetType decimal(ColumnType source) {
        if (TargetTypes.isMoney(source)) {
            return same(Kind.NUMBER, "NUMERIC(19, 2)");
        }
        boolean limited = source.precision() > 0 && source.precision() <= MOST_DIGITS && source.scale() >= 0;
        return same(
                Kind.NUMBER, limited ? "NUMERIC(%d, %d)".formatted(source.precision(), source.scale()) : "DECFLOAT");
    }

    private static TargetType text(ColumnType source) {
        if (source.length() == 0 || source.baseName().toLowerCase(Locale.ROOT).endsWith("text")) {
            return same(Kind.LONG_TEXT, "CHARACTER VARYING");
        }
        String words = TargetTypes.isFixed(source) ? "CHARACTER(" : "CHARACTER VARYING(";
        return same(Kind.SHORT_TEXT, words + source.length() + ")");
    }
}
