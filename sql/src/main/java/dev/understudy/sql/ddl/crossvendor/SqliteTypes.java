package dev.understudy.sql.ddl.crossvendor;

import static dev.understudy.sql.ddl.crossvendor.TargetType.changed;
import static dev.understudy.sql.ddl.crossvendor.TargetType.same;

import dev.understudy.schema.ColumnType;
import dev.understudy.sql.ddl.crossvendor.TargetType.Kind;
import java.util.Locale;

/**
 * Types of SQLite for columns of others. It keeps what a declaration says but holds every column to it only loosely: dates and
 * times are texts in ISO form, decimals floating point.
 */
final class SqliteTypes implements TargetTypes {
    /** Digits that floating point holds exactly. */
    private static final int MOST_DIGITS = 15;

    @Override
    public TargetType of(ColumnType source, boolean inKey) {
        return switch (source.family()) {
            case BOOLEAN -> same(Kind.BOOLEAN, "BOOLEAN");
            case INTEGER -> integer(source);
            case DECIMAL -> decimal(source);
            case REAL -> same(Kind.NUMBER, "REAL");
            case TEXT -> text(source);
            case ENUM -> same(Kind.OTHER, "TEXT");
            case DATE -> same(Kind.TIME, "DATE");
            case TIME -> same(Kind.TIME, "TIME");
            case TIMESTAMP -> same(Kind.TIME, "TIMESTAMP");
            case TIMESTAMP_ZONED -> changed(Kind.TIME, "TIMESTAMP");
            case UUID -> changed(Kind.SHORT_TEXT, "CHAR(36)");
            case BINARY -> same(Kind.BINARY, "BLOB");
            case JSON -> same(Kind.LONG_TEXT, "TEXT");
            case SET, BIT, INTERVAL, XML, ARRAY, NETWORK, RANGE, GEOMETRY, COMPOSITE, OTHER ->
                changed(Kind.LONG_TEXT, "TEXT");
        };
    }

    /** Only this word makes a key the number of the row. */
    private static TargetType integer(ColumnType source) {
        return source.unsigned() && source.precision() == Long.SIZE
                ? changed(Kind.NUMBER, "NUMERIC(20)")
                : same(Kind.NUMBER, "INTEGER");
    }

    private static TargetType decimal(ColumnType source) {
        boolean exact = source.precision() > 0 && source.precision() <= MOST_DIGITS && source.scale() >= 0;
        return exact
                ? same(Kind.NUMBER, "NUMERIC(%d, %d)".formatted(source.precision(), source.scale()))
                : changed(Kind.NUMBER, "NUMERIC");
    }

    private static TargetType text(ColumnType source) {
        if (source.length() == 0 || source.baseName().toLowerCase(Locale.ROOT).endsWith("text")) {
            return same(Kind.LONG_TEXT, "TEXT");
        }
        return same(Kind.SHORT_TEXT, (TargetTypes.isFixed(source) ? "CHAR(" : "VARCHAR(") + source.length() + ")");
    }
}
