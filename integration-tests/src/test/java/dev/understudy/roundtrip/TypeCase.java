package dev.understudy.roundtrip;

import dev.understudy.schema.ColumnType;
import java.util.ArrayList;
import java.util.List;

/**
 * One declared type and values of it, as SQL literals and as they are held in memory.
 *
 * @param declaration what stands in CREATE TABLE
 * @param type        what introspection says of it
 * @param values      pairs of literal and stored value
 */
record TypeCase(String declaration, ColumnType type, List<Value> values) {
    /** @param stored a Long, Double or String; null for a missing value */
    record Value(String literal, Object stored) {}

    static TypeCase of(String declaration, ColumnType type, Object... literalsAndValues) {
        List<Value> values = new ArrayList<>();
        for (int i = 0; i < literalsAndValues.length; i += 2) {
            values.add(new Value((String) literalsAndValues[i], literalsAndValues[i + 1]));
        }
        values.add(new Value("NULL", null));
        return new TypeCase(declaration, type, List.copyOf(values));
    }

    /** Value of a row; missing behind the last one. */
    Value at(int row) {
        return row < values.size() ? values.get(row) : new Value("NULL", null);
    }
}
