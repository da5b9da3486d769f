package dev.understudy.semantic;

import dev.understudy.schema.Column;
import dev.understudy.schema.ColumnType;
import dev.understudy.schema.TableName;
import dev.understudy.schema.TypeFamily;
import java.util.Objects;

/**
 * What a recipe must know of its column besides the values.
 *
 * @param table    the table
 * @param column   the column
 * @param meaning  what the column was taken for, or what the operator says it is; {@link Meaning#OTHER} for neither
 * @param locale   as {@link LocaleGuess} gives it; the same for all columns that describe one person
 * @param unique   true if no value may come twice
 * @param distinct how many different values the source has, estimated; at least 0
 */
public record ColumnContext(
        TableName table, Column column, Meaning meaning, String locale, boolean unique, long distinct) {
    public ColumnContext {
        Objects.requireNonNull(table);
        Objects.requireNonNull(column);
        Objects.requireNonNull(meaning);
        Objects.requireNonNull(locale);
    }

    /** The same for a member of the column's documents. */
    ColumnContext named(String member) {
        Column named = Column.of(member, ColumnType.of(TypeFamily.TEXT, "text"), true);
        return new ColumnContext(table, named, meaning, locale, false, distinct);
    }

    /** The same for an element where the column itself is an array. */
    ColumnContext element() {
        ColumnType type = column.type();
        if (type.family() == TypeFamily.JSON || type.family() == TypeFamily.XML) {
            return named(column.name());
        }
        return ElementForm.of(type)
                .map(form -> new ColumnContext(
                        table, Column.of(column.name(), form.element(type), true), meaning, locale, false, distinct))
                .orElse(this);
    }

    ColumnContext meant(Meaning other) {
        return new ColumnContext(table, column, other, locale, unique, distinct);
    }
}
