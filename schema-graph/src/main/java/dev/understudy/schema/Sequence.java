package dev.understudy.schema;

import java.util.List;
import java.util.Objects;

/**
 * A counter of its own.
 *
 * @param name       its name
 * @param start      first number it gives
 * @param increment  step, not 0
 * @param feeds      columns that it numbers (through a default, serial or identity)
 * @param owned      true if a column owns it (serial, identity), so that it is created with the column
 * @param definition the vendor's CREATE SEQUENCE, or empty
 */
public record Sequence(
        TableName name, long start, long increment, List<ColumnName> feeds, boolean owned, String definition) {
    public Sequence {
        Objects.requireNonNull(name);
        Objects.requireNonNull(definition);
        feeds = List.copyOf(feeds);
    }
}
