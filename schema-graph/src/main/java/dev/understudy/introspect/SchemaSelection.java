package dev.understudy.introspect;

import java.util.List;

/**
 * Which schemas of a database are meant.
 *
 * @param names schemas as the catalog spells them; empty for the default of the product: all that users made in
 *              PostgreSQL and H2, the database of the connection in MariaDB
 */
public record SchemaSelection(List<String> names) {
    /** What the product's users would expect. */
    public static final SchemaSelection DEFAULT = new SchemaSelection(List.of());

    public SchemaSelection {
        names = names.stream().sorted().distinct().toList();
    }

    public static SchemaSelection of(String... names) {
        return new SchemaSelection(List.of(names));
    }
}
