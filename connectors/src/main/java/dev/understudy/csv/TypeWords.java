package dev.understudy.csv;

import dev.understudy.schema.ColumnType;
import dev.understudy.schema.TypeFamily;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types as SQL spells them, for tables that no database describes. */
final class TypeWords {
    private static final Pattern FORM = Pattern.compile(
            "(?<name>[a-z][a-z0-9 ]*?)\\s*(\\(\\s*(?<first>\\d{1,9})\\s*(,\\s*(?<second>\\d{1,9})\\s*)?\\))?"
                    + "(?<zone> (with|without) time zone)?");

    private TypeWords() {}

    /** Empty for a word that means no type here. */
    static Optional<ColumnType> type(String words) {
        Matcher form = FORM.matcher(words.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
        if (!form.matches()) {
            return Optional.empty();
        }
        int first = number(form.group("first"));
        int second = number(form.group("second"));
        boolean zoned = form.group("zone") != null && form.group("zone").startsWith(" with ");
        ColumnType type = switch (form.group("name")) {
            case "boolean", "bool" -> ColumnType.of(TypeFamily.BOOLEAN, words);
            case "smallint", "int2" -> whole(words, 16);
            case "integer", "int", "int4" -> whole(words, 32);
            case "bigint", "int8" -> whole(words, 64);
            case "numeric", "decimal" ->
                ColumnType.of(TypeFamily.DECIMAL, words)
                        .withPrecision(first, form.group("first") == null ? -1 : second);
            case "real", "float", "float4", "float8", "double", "double precision" ->
                ColumnType.of(TypeFamily.REAL, words);
            case "text", "clob", "string" -> ColumnType.of(TypeFamily.TEXT, words);
            case "varchar", "character varying", "char", "character" ->
                ColumnType.of(TypeFamily.TEXT, words).withLength(first);
            case "date" -> ColumnType.of(TypeFamily.DATE, words);
            case "time" -> ColumnType.of(TypeFamily.TIME, words);
            case "timestamp", "datetime" ->
                ColumnType.of(zoned ? TypeFamily.TIMESTAMP_ZONED : TypeFamily.TIMESTAMP, words);
            case "timestamptz" -> ColumnType.of(TypeFamily.TIMESTAMP_ZONED, words);
            case "uuid" -> ColumnType.of(TypeFamily.UUID, words);
            case "json", "jsonb" -> ColumnType.of(TypeFamily.JSON, words);
            case "binary", "bytea", "blob" -> ColumnType.of(TypeFamily.BINARY, words);
            default -> null;
        };
        return Optional.ofNullable(type);
    }

    /** What may stand in a description, for a message. */
    static List<String> examples() {
        return List.of(
                "boolean",
                "integer",
                "bigint",
                "decimal(10,2)",
                "double",
                "varchar(40)",
                "text",
                "date",
                "time",
                "timestamp",
                "timestamp with time zone",
                "uuid",
                "json");
    }

    private static int number(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static ColumnType whole(String words, int bits) {
        return ColumnType.of(TypeFamily.INTEGER, words).withPrecision(bits, 0);
    }
}
