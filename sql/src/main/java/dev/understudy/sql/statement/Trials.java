package dev.understudy.sql.statement;

import dev.understudy.schema.Check;
import dev.understudy.schema.Column;
import dev.understudy.schema.TypeFamily;
import dev.understudy.schema.Vendor;
import java.util.ArrayList;
import java.util.List;

/** Queries that ask a database for its verdict on values that stand in no table. */
public final class Trials {
    private final Vendor vendor;

    public Trials(Vendor vendor) {
        this.vendor = vendor;
    }

    /**
     * One row per text, in order: 1 if a row with it passes the check, else 0. Unknown passes.
     *
     * @param check  looks at no other column
     * @param column holds characters
     */
    public String texts(Check check, Column column, List<String> texts) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            rows.add("SELECT %d AS understudy_n, %s AS %s"
                    .formatted(i, value(column, texts.get(i)), Identifiers.quote(vendor, column.name())));
        }
        return "SELECT CASE WHEN NOT (%s) THEN 0 ELSE 1 END FROM (%s) understudy_t ORDER BY understudy_n"
                .formatted(check.expression(), String.join(" UNION ALL ", rows));
    }

    /**
     * The same for whole rows.
     *
     * @param columns those that the check looks at
     * @param rows    one value a column; null for none, numbers, dates and times in the form that the vendor reads
     */
    public String rows(String check, List<Column> columns, List<List<String>> rows) {
        List<String> selects = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            StringBuilder select = new StringBuilder("SELECT " + i + " AS understudy_n");
            for (int c = 0; c < columns.size(); c++) {
                String value = rows.get(i).get(c);
                select.append(", ")
                        .append(value == null ? missing(columns.get(c)) : typed(columns.get(c), value))
                        .append(" AS ")
                        .append(Identifiers.quote(vendor, columns.get(c).name()));
            }
            selects.add(select.toString());
        }
        return "SELECT CASE WHEN NOT (%s) THEN 0 ELSE 1 END FROM (%s) understudy_t ORDER BY understudy_n"
                .formatted(check, String.join(" UNION ALL ", selects));
    }

    private String missing(Column column) {
        return vendor == Vendor.MARIADB
                ? "NULL"
                : "CAST(NULL AS %s)".formatted(column.type().baseName());
    }

    /** MariaDB would compare numbers and times as texts if they were written as such. */
    private String typed(Column column, String value) {
        if (vendor != Vendor.MARIADB) {
            return value(column, value);
        }
        return switch (column.type().family()) {
            case INTEGER, DECIMAL, REAL, BOOLEAN -> value;
            case DATE -> "DATE '" + value + "'";
            case TIME -> "TIME '" + value + "'";
            case TIMESTAMP, TIMESTAMP_ZONED -> "TIMESTAMP '" + value + "'";
            default -> value(column, value);
        };
    }

    private String value(Column column, String text) {
        String quoted = "'" + (vendor == Vendor.MARIADB ? text.replace("\\", "\\\\") : text).replace("'", "''") + "'";
        if (column.type().family() == TypeFamily.BINARY) {
            return vendor == Vendor.POSTGRESQL ? "decode(" + quoted + ", 'hex')" : "X" + quoted;
        }
        return vendor == Vendor.MARIADB
                ? quoted
                : "CAST(%s AS %s)".formatted(quoted, column.type().baseName());
    }
}
