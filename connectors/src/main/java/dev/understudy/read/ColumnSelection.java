package dev.understudy.read;

/**
 * How one column is read through JDBC.
 *
 * @param expression what stands in the select list
 * @param reader     takes what the driver returns for it
 */
public record ColumnSelection(String expression, CellReader reader) {}
