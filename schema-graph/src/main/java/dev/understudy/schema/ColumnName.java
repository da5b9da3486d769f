package dev.understudy.schema;

/** A column together with its table. */
public record ColumnName(TableName table, String column) {
    /** {@code schema.table.column}, for people. */
    @Override
    public String toString() {
        return table + "." + column;
    }
}
