package dev.understudy.generate;

/** Makes the texts of a column. Immutable; serves several threads. */
interface RowText {
    String make(Block block, int row);
}
