package dev.understudy.graph;

/**
 * What a probe found out about the rows of one table.
 *
 * @param rows     number of rows, exact or from the vendor's statistics; at least 0
 * @param lookup   true for a short list of labels, such as countries, that others refer to
 * @param personal true if a column says something of a person: a name, an e-mail address, a phone number
 * @param copied   true if the operator wants its rows as they are
 */
public record TableFacts(long rows, boolean lookup, boolean personal, boolean copied) {

    /** Of a table that nobody looked into: no rows, nothing special. */
    public static final TableFacts UNKNOWN = new TableFacts(0, false, false, false);

    public TableFacts {
        if (rows < 0) {
            throw new IllegalArgumentException("A table of %d rows.".formatted(rows));
        }
    }

    /** True if its rows are made by themselves, and so can be neither a family nor a part of one. */
    boolean standsApart() {
        return lookup || copied;
    }
}
