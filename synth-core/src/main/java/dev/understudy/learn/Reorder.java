package dev.understudy.learn;

import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/** Arrays as functions of the row. */
final class Reorder {
    private Reorder() {}

    static IntUnaryOperator ints(int[] values) {
        return row -> values[row];
    }

    static IntToLongFunction longs(long[] values) {
        return row -> values[row];
    }
}
