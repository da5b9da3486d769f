package dev.understudy.sql.statement;

import dev.understudy.schema.Check;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TableName;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.Vendor;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Queries for rows that break a constraint. Each returns one number, 0 if all is well. Names and texts are those of the
 * database that is asked.
 *
 * <p>Cost of each: one scan of the table, plus for orphans a join and for duplicates a grouping by the server.
 */
public final class Violations {
    private static final Pattern CONSTANT =
            Pattern.compile("[(\\s]*(-?\\d+(\\.\\d+)?|true|false|'[^']*')[)\\s]*", Pattern.CASE_INSENSITIVE);

    private final Vendor vendor;
    private final Set<TableName> inheritedFrom;

    public Violations(Vendor vendor) {
        this(vendor, Set.of());
    }

    /** @param inheritedFrom tables whose queries show rows of others, too, which their constraints do not reach */
    public Violations(Vendor vendor, Set<TableName> inheritedFrom) {
        this.vendor = vendor;
        this.inheritedFrom = Set.copyOf(inheritedFrom);
    }

    /**
     * Child rows that point at no parent. A row with a null in the link points nowhere, as the SQL standard has it; a row of
     * another type does not follow the link.
     */
    public String orphans(ForeignKey key) {
        String match = key.columns().stream()
                .map(pair -> parent(pair.parent()) + " = " + child(pair.child()))
                .collect(Collectors.joining(" AND "));
        return "SELECT count(*) FROM %s c WHERE %s AND NOT EXISTS (SELECT 1 FROM %s p WHERE %s)"
                .formatted(quote(key.child()), follows(key), quote(key.parent()), match);
    }

    /** Condition on rows of the child, which is called c: they are of the link's type and have a value in it. */
    String follows(ForeignKey key) {
        Stream<String> type = key.isTyped()
                ? Stream.of(child(key.type().column()) + " = " + text(key.type().label()))
                : Stream.of();
        return Stream.concat(type, key.childColumns().stream().map(column -> child(column) + " IS NOT NULL"))
                .collect(Collectors.joining(" AND "));
    }

    private String child(String column) {
        return "c." + quote(column);
    }

    private String parent(String column) {
        return "p." + quote(column);
    }

    /** Rows that repeat the key of another: of three with the same key, two. */
    public String duplicates(TableName table, UniqueKey key) {
        List<String> parts = Stream.concat(key.columns().stream().map(this::quote), key.expressions().stream())
                .distinct()
                .toList();
        String conditions = Stream.concat(
                        key.predicate().isEmpty() ? Stream.of() : Stream.of("(" + key.predicate() + ")"),
                        key.nullsDistinct() ? parts.stream().map(part -> "(" + part + ") IS NOT NULL") : Stream.of())
                .collect(Collectors.joining(" AND "));
        // A number would name a place in the list, and all rows agree in a constant anyway.
        String groups =
                parts.stream().filter(part -> !CONSTANT.matcher(part).matches()).collect(Collectors.joining(", "));
        return "SELECT coalesce(sum(d.n - 1), 0) FROM (SELECT count(*) AS n FROM %s%s%s HAVING count(*) > 1) d"
                .formatted(
                        quote(table),
                        conditions.isEmpty() ? "" : " WHERE " + conditions,
                        groups.isEmpty() ? "" : " GROUP BY " + groups);
    }

    /** Rows without a value in a column that needs one. */
    public String nulls(TableName table, String column) {
        return "SELECT count(*) FROM %s WHERE %s IS NULL".formatted(quote(table), quote(column));
    }

    /** Rows without a value in any of several columns that need one; at least one column. */
    public String nulls(TableName table, List<String> columns) {
        return columns.stream()
                .map(column -> quote(column) + " IS NULL")
                .collect(Collectors.joining(" OR ", "SELECT count(*) FROM " + quote(table) + " WHERE ", ""));
    }

    /** Rows for which the check is false; unknown passes. */
    public String broken(TableName table, Check check) {
        return "SELECT count(*) FROM %s WHERE NOT (%s)".formatted(quote(table), check.expression());
    }

    /** A label stands as a text; every vendor makes a number or an enum's label of it where the column holds such. */
    private String text(String label) {
        String escaped = vendor == Vendor.MARIADB ? label.replace("\\", "\\\\") : label;
        return "'" + escaped.replace("'", "''") + "'";
    }

    private String quote(String column) {
        return Identifiers.quote(vendor, column);
    }

    private String quote(TableName table) {
        return (inheritedFrom.contains(table) ? "ONLY " : "") + Identifiers.quote(vendor, table);
    }
}
