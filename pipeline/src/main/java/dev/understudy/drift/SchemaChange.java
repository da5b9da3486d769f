package dev.understudy.drift;

import dev.understudy.schema.TableName;

/**
 * One difference between the schema that was learned and the one that is.
 *
 * @param kind   what differs
 * @param change how
 * @param table  that it belongs to
 * @param object name of a column, key, link, check or index; empty for the table itself
 * @param text   what was and what is, for people
 */
public record SchemaChange(Kind kind, Change change, TableName table, String object, String text) {
    /** What differs. */
    public enum Kind {
        TABLE,
        COLUMN,
        TYPE,
        NULLABILITY,
        /** Who writes a column: its default, its counter, the expression that it is computed by. */
        DEFAULT,
        KEY,
        LINK,
        CHECK,
        /** What only the configuration says of rows. */
        RULE,
        INDEX
    }

    /** How it differs. */
    public enum Change {
        ADDED,
        REMOVED,
        CHANGED
    }

    /** {@code schema.table} or {@code schema.table.object}. */
    public String place() {
        return object.isEmpty() ? table.toString() : table + "." + object;
    }
}
