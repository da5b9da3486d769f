package dev.understudy.schema.rule;

/** One row of a table as conditions see it. */
public interface RowView {
    /** @param column position of the column in its table */
    boolean isNull(int column);

    /**
     * The value of a column: {@code Long} for integers, {@code java.math.BigDecimal} for exact decimals, {@code Double} for
     * floating point, {@code Boolean}, {@code String}, and for dates and times {@code Long} microseconds (of dates and
     * timestamps since 1970-01-01 00:00, of times since midnight).
     *
     * @param column position of the column in its table
     * @return null for a missing value
     */
    Object value(int column);

    /**
     * The row that a link of this one leads to.
     *
     * @param link name of a link that leaves the table
     * @return null if it leads nowhere, or is not known here
     */
    default RowView parent(String link) {
        return null;
    }
}
