package dev.understudy.sql.statement;

import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.Vendor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Statements over all rows of a table. */
public final class RowStatements {
    private static final int MOST_ARGUMENTS = 90;
    /** Begins the checksums of rows that were hashed as they are. */
    private static final String BY_RECORD = "r";

    private final Vendor vendor;

    public RowStatements(Vendor vendor) {
        this.vendor = vendor;
    }

    public String select(TableName table, List<String> columns) {
        return "SELECT %s FROM %s".formatted(Identifiers.list(vendor, columns), quote(table));
    }

    public String count(TableName table) {
        return "SELECT count(*) FROM " + quote(table);
    }

    /** Returns a row if the table holds any. */
    public String any(TableName table) {
        return "SELECT 1 FROM " + quote(table) + (vendor == Vendor.GENERIC ? "" : " LIMIT 1");
    }

    /** The highest value of a column, or the lowest for a counter that runs downwards; null for an empty table. */
    public String furthest(TableName table, String column, boolean downwards) {
        return "SELECT %s(%s) FROM %s"
                .formatted(downwards ? "min" : "max", Identifiers.quote(vendor, column), quote(table));
    }

    /** Tells the server how the rows are spread, by which it plans queries; empty where it finds that out by itself. */
    public Optional<String> analyze(TableName table) {
        return switch (vendor) {
            case POSTGRESQL -> Optional.of("ANALYZE " + quote(table));
            case MARIADB, H2 -> Optional.of("ANALYZE TABLE " + quote(table));
            case SQLITE -> Optional.of("ANALYZE " + quote(table));
            case GENERIC -> Optional.empty();
        };
    }

    /** Takes all rows out, in a way that the transaction can undo. PostgreSQL's open snapshots see empty tables afterwards. */
    public List<String> clear(List<TableName> parentsFirst) {
        if (parentsFirst.isEmpty()) {
            return List.of();
        }
        if (vendor == Vendor.POSTGRESQL) {
            return List.of(parentsFirst.stream().map(this::quote).collect(Collectors.joining(", ", "TRUNCATE ", "")));
        }
        return delete(parentsFirst);
    }

    /** Takes all rows out; snapshots that are open go on seeing them. */
    public List<String> delete(List<TableName> parentsFirst) {
        List<TableName> childrenFirst = new ArrayList<>(parentsFirst);
        Collections.reverse(childrenFirst);
        return childrenFirst.stream()
                .map(table -> "DELETE FROM " + quote(table))
                .toList();
    }

    /**
     * The number of rows, and a text that changes when one is added, removed or altered, whatever their order. Cost: one scan.
     *
     * @param columns all columns that are stored, at least one
     * @param byText  true to have PostgreSQL write out every value, as its versions before 14 must, and as earlier versions of
     *                Understudy did; three times slower
     */
    public String contents(TableName table, List<Column> columns, boolean byText) {
        String joined = joined(columns.stream().map(this::shown).toList());
        String checksum = switch (vendor) {
            case POSTGRESQL ->
                byText
                        ? "coalesce(sum(hashtextextended(concat_ws('|', %s) COLLATE \"C\", 0)::numeric), 0)"
                                .formatted(joined)
                        : "'%s' || coalesce(sum(hash_record_extended(ROW(%s), 0)::numeric), 0)"
                                .formatted(BY_RECORD, hashed(columns));
            case MARIADB -> "coalesce(sum(crc32(concat_ws('|', %s))), 0)".formatted(joined);
            case H2 ->
                "coalesce(sum(cast(ora_hash(concat_ws('|', %s)) AS decimal(20))), 0)"
                        // H2's function wants two values at least.
                        .formatted(columns.size() == 1 ? joined + ", ''" : joined);
            // The driver is given this function with every connection.
            case SQLITE -> "coalesce(sum(understudy_hash(concat_ws('|', %s))), 0)".formatted(joined);
            case GENERIC -> "count(*)";
        };
        return "SELECT count(*), %s FROM %s".formatted(checksum, quote(table));
    }

    /** True if a checksum is one of values that were written out. */
    public static boolean isByText(String checksum) {
        return !checksum.startsWith(BY_RECORD);
    }

    /** Not every type can be hashed, but all that hold numbers and moments, and texts. */
    private String hashed(List<Column> columns) {
        return columns.stream()
                .map(column -> switch (column.type().family()) {
                    case BOOLEAN, INTEGER, DECIMAL, REAL, DATE, TIME, TIMESTAMP, TIMESTAMP_ZONED ->
                        Identifiers.quote(vendor, column.name());
                    default -> Identifiers.quote(vendor, column.name()) + "::text";
                })
                .collect(Collectors.joining(", "));
    }

    /** Some servers take no more than 100 arguments, so many texts are joined in groups first. */
    private static String joined(List<String> texts) {
        if (texts.size() <= MOST_ARGUMENTS) {
            return String.join(", ", texts);
        }
        List<String> groups = new ArrayList<>();
        for (int from = 0; from < texts.size(); from += MOST_ARGUMENTS) {
            groups.add("concat_ws('|', %s)"
                    .formatted(String.join(", ", texts.subList(from, Math.min(texts.size(), from + MOST_ARGUMENTS)))));
        }
        return joined(groups);
    }

    private String shown(Column column) {
        String quoted = Identifiers.quote(vendor, column.name());
        if (vendor == Vendor.SQLITE && column.type().family() == TypeFamily.BINARY) {
            return "coalesce(hex(" + quoted + "), '\\N')";
        }
        if (vendor == Vendor.H2 && column.type().family() == TypeFamily.BINARY) {
            // Bytes that are no text cannot be cast to one.
            return "coalesce(rawtohex(" + quoted + "), '\\N')";
        }
        return switch (vendor) {
            case POSTGRESQL -> "coalesce(" + quoted + "::text, '\\N')";
            case MARIADB -> "ifnull(" + quoted + ", '\\\\N')";
            default -> "coalesce(cast(" + quoted + " AS varchar), '\\N')";
        };
    }

    private String quote(TableName table) {
        return Identifiers.quote(vendor, table);
    }
}
