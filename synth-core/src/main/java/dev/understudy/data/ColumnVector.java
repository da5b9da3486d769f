package dev.understudy.data;

/** Values of one column for the rows of one batch. Immutable once in a batch; may be read by several threads. */
public sealed interface ColumnVector permits LongVector, DoubleVector, TextVector {
    int size();

    boolean isNull(int row);

    Storage storage();
}
