package dev.understudy.learn;

import dev.understudy.data.ColumnVector;
import java.util.BitSet;

/** Values of one column for the rows of a sample, while the model is learned. */
sealed interface ColumnSample permits NumberSample, TextSample {

    /** Takes over one value of a batch. */
    void add(ColumnVector vector, int row, long family);

    /** Rows without a value. Valid once all rows are in. */
    BitSet missing();

    /** Puts rows into a new order. @param order old row number of each new row */
    void reorder(int[] order);

    /** Sorts rows by this column; missing values come first. */
    long sortKey(int row);
}
