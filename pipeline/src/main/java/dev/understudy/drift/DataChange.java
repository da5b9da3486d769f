package dev.understudy.drift;

import dev.understudy.schema.TableName;

/**
 * One difference between the rows that were learned and those that are.
 *
 * @param kind     what differs
 * @param table    of the column, or the children of the link
 * @param object   name of the column or the link; empty for the number of rows
 * @param distance how far: total variation, difference of shares, or relative change
 * @param limit    that it passed
 */
public record DataChange(Kind kind, TableName table, String object, double distance, double limit) {
    /** What differs. */
    public enum Kind {
        ROWS,
        /** How the values of a column are spread. */
        SPREAD,
        /** How often a column has none. */
        MISSING,
        /** How many children parents have. */
        FAN_OUT,
        /** How often a child has no parent. */
        ORPHANS
    }

    /** {@code schema.table} or {@code schema.table.object}. */
    public String place() {
        return object.isEmpty() ? table.toString() : table + "." + object;
    }
}
