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
