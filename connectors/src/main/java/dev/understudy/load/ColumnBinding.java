package dev.understudy.load;

/**
 * How one column is written through JDBC.
 *
 * @param column      position in the batches
 * @param name        quoted name in the target
 * @param placeholder a question mark, or an expression around one
 * @param setter      binds what is not missing
 */
public record ColumnBinding(int column, String name, String placeholder, CellSetter setter) {}
