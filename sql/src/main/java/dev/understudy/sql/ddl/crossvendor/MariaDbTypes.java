package dev.understudy.sql.ddl.crossvendor;

import static dev.understudy.sql.ddl.crossvendor.TargetType.changed;
import static dev.understudy.sql.ddl.crossvendor.TargetType.same;

import dev.understudy.schema.ColumnType;
import dev.understudy.sql.ddl.crossvendor.TargetType.Kind;
import java.util.Locale;

/** Types of MariaDB for columns of others; MySQL has them all too. */
final class MariaDbTypes implements TargetTypes {
    /** Characters of a text that a key may use, so that four such columns fit into one key. */
    static final int KEY_CHARACTERS = 190;

    private static final int MICROS = 6;
    private static final int MOST_DIGITS = 65;
    private static final int MOST_SCALE = 30;
    /** Longer ones would soon exceed what one row may hold beside its long texts. */
    private static final int SHORT = 500;

    private static final int MOST_BITS = 64;
    private static final int FIXED = 255;

    @Override
    public TargetType of(ColumnType source, boolean inKey) {
        return switch (source.family()) {
            case BOOLEAN -> same(Kind.BOOLEAN, "tinyint(1)");
            case INTEGER -> same(Kind.NUMBER, integer(source));
            case DECIMAL -> decimal(source);
            case REAL -> same(Kind.NUMBER, "double");
            case TEXT -> text(source, inKey);
            case ENUM -> same(Kind.OTHER, "enum" + TargetTypes.labels(source.labels(), true));
            case SET -> same(Kind.OTHER, "set" + TargetTypes.labels(source.labels(), true));
            case DATE -> same(Kind.TIME, "date");
            case TIME -> same(Kind.TIME, "time" + TargetTypes.fraction(source, MICROS));
            case TIMESTAMP ->
                new TargetType(
                        "datetime" + TargetTypes.fraction(source, MICROS), Kind.TIME, source.precision() > MICROS);
            // MariaDB's own timestamp begins in 1970 and ends in 2038.
            case TIMESTAMP_ZONED -> changed(Kind.TIME, "datetime" + TargetTypes.fraction(source, MICROS));
            case UUID -> changed(Kind.SHORT_TEXT, "char(36)");
            case BINARY -> binary(source, inKey);
            case BIT -> bits(source);
            case JSON -> same(Kind.LONG_TEXT, "json");
            case NETWORK -> changed(Kind.SHORT_TEXT, "varchar(50)");
            case INTERVAL -> changed(Kind.SHORT_TEXT, "varchar(100)");
            case XML, ARRAY, RANGE, GEOMETRY, COMPOSITE, OTHER ->
                changed(
                        inKey ? Kind.SHORT_TEXT : Kind.LONG_TEXT,
                        inKey ? "varchar(" + KEY_CHARACTERS + ")" : "longtext");
        };
    }

    private static String integer(ColumnType source) {
        String width = switch (source.precision()) {
            case 8 -> "tinyint";
            case 16 -> "smallint";
            case 24 -> "mediumint";
            case 32 -> "int";
            default -> "bigint";
        };
        return width + (source.unsigned() ? " unsigned" : "");
    }

    private static TargetType decimal(ColumnType source) {
        if (TargetTypes.isMoney(source)) {
            return same(Kind.NUMBER, "decimal(19,2)");
        }
        if (source.scale() < 0 || source.precision() == 0 || source.precision() > MOST_DIGITS) {
            int scale = source.scale() < 0 ? MOST_SCALE : Math.min(source.scale(), MOST_SCALE);
            return changed(Kind.NUMBER, "decimal(%d,%d)".formatted(MOST_DIGITS, scale));
        }
        return new TargetType(
                "decimal(%d,%d)".formatted(source.precision(), Math.min(source.scale(), MOST_SCALE)),
                Kind.NUMBER,
                source.scale() > MOST_SCALE);
    }

    private static TargetType text(ColumnType source, boolean inKey) {
        if (source.length() > 0 && source.length() <= SHORT) {
            boolean fixed = TargetTypes.isFixed(source) && source.length() <= FIXED;
            return same(Kind.SHORT_TEXT, (fixed ? "char(" : "varchar(") + source.length() + ")");
        }
        return inKey ? changed(Kind.SHORT_TEXT, "varchar(" + KEY_CHARACTERS + ")") : same(Kind.LONG_TEXT, "longtext");
    }

    private static TargetType binary(ColumnType source, boolean inKey) {
        if (source.length() > 0 && source.length() <= SHORT) {
            return same(Kind.SHORT_TEXT, "varbinary(" + source.length() + ")");
        }
        return inKey ? changed(Kind.SHORT_TEXT, "varbinary(" + FIXED + ")") : same(Kind.LONG_TEXT, "longblob");
    }

    /** A bit string of any length keeps its leading zeros only as text. */
    private static TargetType bits(ColumnType source) {
        boolean varying = source.baseName().toLowerCase(Locale.ROOT).contains("var") || source.length() > MOST_BITS;
        return varying || source.length() == 0
                ? changed(Kind.LONG_TEXT, "longtext")
                : same(Kind.OTHER, "bit(" + source.length() + ")");
    }
}
