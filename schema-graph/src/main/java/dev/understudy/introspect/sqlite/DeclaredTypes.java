package dev.understudy.introspect.sqlite;

import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.Filling;
import dev.understudy.schema.TypeFamily;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a declared type means: SQLite keeps any word, and goes by parts of it. */
final class DeclaredTypes {
    private static final Pattern SIZES = Pattern.compile("\\((\\d+)\\s*(?:,\\s*(\\d+))?\\)");

    private DeclaredTypes() {}

    /** @param key true if the column alone is the table's key */
    static Column column(
            String name, String declared, boolean nullable, String standard, boolean computed, boolean key) {
        ColumnType type = type(declared);
        boolean counts = key && declared.equalsIgnoreCase("INTEGER");
        Filling filling = computed ? Filling.GENERATED : counts ? Filling.IDENTITY_BY_DEFAULT : Filling.ORDINARY;
        return new Column(name, type, nullable, filling, standard, "", "");
    }

    private static ColumnType type(String declared) {
        Matcher sizes = SIZES.matcher(declared);
        boolean sized = sizes.find();
        int first = sized ? Integer.parseInt(sizes.group(1)) : 0;
        int second = sized && sizes.group(2) != null ? Integer.parseInt(sizes.group(2)) : 0;
        TypeFamily family = family(declared.toUpperCase(Locale.ROOT));
        int precision = switch (family) {
            case INTEGER -> Long.SIZE;
            case DECIMAL -> first;
            case TIME, TIMESTAMP -> 6;
            default -> 0;
        };
        int scale = family != TypeFamily.DECIMAL ? 0 : sized ? second : -1;
        return new ColumnType(
                family, declared, declared, family == TypeFamily.TEXT ? first : 0, precision, scale, false, List.of());
    }

    /** In SQLite's own order, after the words that it has no form of its own for. */
    private static TypeFamily family(String word) {
        if (word.startsWith("BOOL")) {
            return TypeFamily.BOOLEAN;
        }
        if (word.startsWith("DATETIME") || word.startsWith("TIMESTAMP")) {
            return TypeFamily.TIMESTAMP;
        }
        if (word.equals("DATE") || word.equals("TIME")) {
            return TypeFamily.valueOf(word);
        }
        if (word.contains("INT")) {
            return TypeFamily.INTEGER;
        }
        if (word.contains("CHAR") || word.contains("CLOB") || word.contains("TEXT")) {
            return TypeFamily.TEXT;
        }
        if (word.contains("BLOB")) {
            return TypeFamily.BINARY;
        }
        if (word.contains("REAL") || word.contains("FLOA") || word.contains("DOUB")) {
            return TypeFamily.REAL;
        }
        return word.startsWith("NUM") || word.startsWith("DEC") ? TypeFamily.DECIMAL : TypeFamily.OTHER;
    }
}
