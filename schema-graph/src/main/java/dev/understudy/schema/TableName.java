package dev.understudy.schema;

import java.util.Comparator;
import java.util.Objects;

/**
 * Name of a table or of another object of a schema, exactly as the catalog spells it, unquoted.
 *
 * @param schema the schema; for MariaDB the database; empty where the vendor has neither
 * @param name   the object's own name
 */
public record TableName(String schema, String name) implements Comparable<TableName> {
    private static final Comparator<TableName> ORDER =
            Comparator.comparing(TableName::schema).thenComparing(TableName::name);

    public TableName {
        Objects.requireNonNull(schema);
        Objects.requireNonNull(name);
    }

    @Override
    public int compareTo(TableName other) {
        return ORDER.compare(this, other);
    }

    /** {@code schema.name}, or only the name without a schema. For people and for configuration, not for SQL. */
    @Override
    public String toString() {
        return schema.isEmpty() ? name : schema + "." + name;
    }
}
