package dev.understudy.sql.ddl.crossvendor;

import dev.understudy.schema.ColumnType;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.Vendor;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What another vendor's types become in one vendor's tables. */
interface TargetTypes {
    /** @param inKey true if a key or a link uses the column */
    TargetType of(ColumnType source, boolean inKey);

    static TargetTypes of(Vendor target) {
        return switch (target) {
            case POSTGRESQL -> new PostgresTypes();
            case MARIADB -> new MariaDbTypes();
            case SQLITE -> new SqliteTypes();
            case H2, GENERIC -> new H2Types();
        };
    }

    /** Digits of fractions of a second that the target can hold. */
    static String fraction(ColumnType source, int most) {
        return "(" + Math.min(source.precision(), most) + ")";
    }

    /** True for char(n), which pads with blanks. */
    static boolean isFixed(ColumnType source) {
        String base = source.baseName().toLowerCase(Locale.ROOT);
        return source.family() == TypeFamily.TEXT
                && source.length() > 0
                && base.startsWith("char")
                && !base.contains("varying")
                && !base.contains("large");
    }

    /** True for four bytes of floating point. */
    static boolean isSingle(ColumnType source) {
        String base = source.baseName().toLowerCase(Locale.ROOT);
        return base.startsWith("real") || base.equals("float") || base.equals("float(24)");
    }

    /** True for PostgreSQL's money, which says nothing of its digits. */
    static boolean isMoney(ColumnType source) {
        return source.baseName().equalsIgnoreCase("money");
    }

    /** Bits that hold every value of an integer type, signed. */
    static int signedBits(ColumnType source) {
        int bits = source.precision() == 0 ? Long.SIZE : source.precision();
        if (!source.unsigned()) {
            return bits;
        }
        return bits == 24 ? 32 : bits * 2;
    }

    /** {@code (…, …)} of quoted labels. */
    static String labels(List<String> labels, boolean backslashes) {
        return labels.stream()
                .map(label -> "'" + (backslashes ? label.replace("\\", "\\\\") : label).replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** Characters of the longest label, or of all labels with commas between them. */
    static int labelLength(ColumnType source) {
        int longest = source.labels().stream().mapToInt(String::length).max().orElse(0);
        int all = source.labels().stream().mapToInt(label -> label.length() + 1).sum();
        return Math.max(1, source.family() == TypeFamily.SET ? all : longest);
    }
}
