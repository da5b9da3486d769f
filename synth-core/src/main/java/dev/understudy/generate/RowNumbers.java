package dev.understudy.generate;

/** Numbers of rows from which their texts are made. Immutable; serves several threads. */
interface RowNumbers {
    /** By the rows that stand: dense, but those after a row change when it is left out. */
    RowNumbers DENSE = (block, row) -> block.firstRow() + row;

    long of(Block block, int row);
}
