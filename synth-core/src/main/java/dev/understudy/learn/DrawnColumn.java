package dev.understudy.learn;

import dev.understudy.semantic.TextRecipe;

/**
 * A column that the cascade draws, before its place in the cascade is known.
 *
 * @param output its place in the table; -1 for a part of a date, or what a row adds to a balance
 * @param of     name of the table's column
 * @param recipe of its texts; null for anything else
 */
record DrawnColumn(int output, String of, EncodedColumn column, TextRecipe recipe) {
    /** True if it is a whole column of the table. */
    boolean isWhole() {
        return output >= 0;
    }
}
