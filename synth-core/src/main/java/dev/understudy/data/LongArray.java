package dev.understudy.data;

import java.util.Arrays;

/** Longs that grow. Not for several threads. */
public final class LongArray {
    private static final int LEAST = 1024;

    private long[] values = new long[LEAST];
    private int size;

    public void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.max(LEAST, size + (size >> 1)));
        }
        values[size++] = value;
    }

    public long get(int index) {
        return values[index];
    }

    public int size() {
        return size;
    }

    public long[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** All of them, without a second copy in memory; afterwards there are none. */
    public long[] take() {
        long[] taken = size == values.length ? values : Arrays.copyOf(values, size);
        values = new long[0];
        size = 0;
        return taken;
    }
}
