package dev.understudy.schema;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Type of a column.
 *
 * @param family    kind of values; a domain has the family of its base type
 * @param sqlName   the vendor's full spelling, as it stands in a column definition: {@code numeric(10,2)},
 *                  {@code "Mood"[]}, {@code int(10) unsigned}; for a domain the domain's quoted name; with a COLLATE
 *                  clause where the column has another collation than its type (PostgreSQL), or one that
 *                  ignores case (MariaDB)
 * @param baseName  like {@code sqlName}, but without COLLATE, and for a domain the spelling of its base type; this one
 *                  can stand in a CAST
 * @param length    most characters, bytes or bits that a value may have; 0 for no limit or no meaning
 * @param precision digits of a {@link TypeFamily#DECIMAL}, bits (8, 16, 24, 32, 64) of an {@link TypeFamily#INTEGER},
 *                  fractional digits (0 to 9) of a time; 0 where unknown or unlimited
 * @param scale     digits after the point of a {@link TypeFamily#DECIMAL}; -1 where not declared
 * @param unsigned  true for unsigned numbers (MariaDB)
 * @param labels    labels of an {@link TypeFamily#ENUM} or {@link TypeFamily#SET}, in declared order; of
 *                  an {@link TypeFamily#ARRAY} the labels of its elements, if they have any
 */
public record ColumnType(
        TypeFamily family,
        String sqlName,
        String baseName,
        int length,
        int precision,
        int scale,
        boolean unsigned,
        List<String> labels) {

    private static final Pattern CASELESS =
            Pattern.compile("(^|[.\\W])(citext|varchar_ignorecase)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern CASELESS_COLLATION = Pattern.compile(" COLLATE \\w+_ci$", Pattern.CASE_INSENSITIVE);

    /**
     * A collation of the user's own, as PostgreSQL has them outside of pg_catalog. They are made to ignore case or accents
     * (what each does, no catalog says); texts that differ beyond that differ in any other, too.
     */
    private static final Pattern OWN_COLLATION =
            Pattern.compile(" COLLATE (?!pg_catalog[.])(?:\\w+|\"[^\"]+\")[.]\\S+$");

    public ColumnType {
        Objects.requireNonNull(family);
        Objects.requireNonNull(sqlName);
        Objects.requireNonNull(baseName);
        labels = List.copyOf(labels);
    }

    /** A type without limits, labels or domain. */
    public static ColumnType of(TypeFamily family, String sqlName) {
        return new ColumnType(family, sqlName, sqlName, 0, 0, family == TypeFamily.DECIMAL ? -1 : 0, false, List.of());
    }

    /** True if texts that differ in case alone are equal by the type or the collation itself, or may be. */
    public boolean ignoresCase() {
        return family == TypeFamily.TEXT
                && (CASELESS.matcher(baseName).find()
                        || CASELESS_COLLATION.matcher(sqlName).find()
                        || OWN_COLLATION.matcher(sqlName).find());
    }

    /** True if texts that differ in accents alone are equal by the collation, as nearly all of MariaDB's have it. */
    public boolean ignoresAccents() {
        boolean caseless = CASELESS_COLLATION.matcher(sqlName).find() && !sqlName.endsWith("_as_ci");
        return ignoresCase() && (caseless || OWN_COLLATION.matcher(sqlName).find());
    }

    public ColumnType withLength(int newLength) {
        return new ColumnType(family, sqlName, baseName, newLength, precision, scale, unsigned, labels);
    }

    public ColumnType withPrecision(int newPrecision, int newScale) {
        return new ColumnType(family, sqlName, baseName, length, newPrecision, newScale, unsigned, labels);
    }
}
