package dev.understudy.sql.statement;

import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import java.util.Collection;
import java.util.stream.Collectors;

/** Names as they stand in SQL: always quoted, so that case and reserved words never matter. */
public final class Identifiers {
    private Identifiers() {}

    public static String quote(Vendor vendor, String name) {
        return vendor == Vendor.MARIADB
                ? "`" + name.replace("`", "``") + "`"
                : "\"" + name.replace("\"", "\"\"") + "\"";
    }

    public static String quote(Vendor vendor, TableName name) {
        String own = quote(vendor, name.name());
        return name.schema().isEmpty() ? own : quote(vendor, name.schema()) + "." + own;
    }

    /** Quoted names with commas between them. */
    public static String list(Vendor vendor, Collection<String> names) {
        return names.stream().map(name -> quote(vendor, name)).collect(Collectors.joining(", "));
    }
}
