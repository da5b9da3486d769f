package dev.understudy.privacy;

import dev.understudy.schema.Column;
import dev.understudy.schema.TableName;

/**
 * One number about a family.
 *
 * @param table     table of its rows
 * @param column    column of them; null for their number
 * @param aggregate what is taken of them
 * @param category  for {@link Aggregate#SHARE}, which value is counted
 */
record FamilyFeature(TableName table, Column column, Aggregate aggregate, double category) {
    /** What is taken of the rows of a family in one table; the most telling first. */
    enum Aggregate {
        /** The value in the subject's own row. */
        VALUE,
        COUNT,
        MEAN,
        LOWEST,
        HIGHEST,
        SPREAD,
        /** Share of the rows with one category. */
        SHARE
    }

    /** True if only equality means something. */
    boolean isCategory() {
        return aggregate == Aggregate.VALUE && !FamilyTree.isNumber(column);
    }

    String title() {
        return switch (aggregate) {
            case VALUE -> column.name();
            case COUNT -> "number of rows in " + table.name();
            case MEAN -> "mean of %s.%s".formatted(table.name(), column.name());
            case LOWEST -> "lowest %s.%s".formatted(table.name(), column.name());
            case HIGHEST -> "highest %s.%s".formatted(table.name(), column.name());
            case SPREAD -> "spread of %s.%s".formatted(table.name(), column.name());
            case SHARE -> "share of a label of %s.%s".formatted(table.name(), column.name());
        };
    }
}
