package dev.understudy.data;

import java.util.Arrays;

/**
 * Finds the row of a key by the key's 64-bit hash; 12 bytes and a half a slot, at most two slots a key.
 *
 * <p>Two keys with the same hash would be taken for one: at ten million keys that happens once in 370,000 runs.
 */
public final class KeyIndex {
    /** The hash of a key with a missing part; it finds nothing. */
    public static final long MISSING = 0;

    /** Stands for a row that does not follow a link, because it is of another type; it finds nothing. */
    public static final long OTHER_TYPE = 2;

    private final long[] hashes;
    private final int[] rows;
    private final int mask;

    /** @param keys hash of each row's key, by row number */
    public KeyIndex(long[] keys) {
        int slots = Integer.highestOneBit(Math.max(4, keys.length)) << 2;
        hashes = new long[slots];
        rows = new int[slots];
        mask = slots - 1;
        Arrays.fill(rows, -1);
        for (int row = 0; row < keys.length; row++) {
            if (keys[row] != MISSING) {
                int slot = slot(keys[row]);
                if (rows[slot] < 0) {
                    hashes[slot] = keys[row];
                    rows[slot] = row;
                }
            }
        }
    }

    /** Row of a key, or -1. */
    public int row(long key) {
        return key == MISSING ? -1 : rows[slot(key)];
    }

    private int slot(long key) {
        int slot = (int) (key ^ key >>> 32) & mask;
        while (rows[slot] >= 0 && hashes[slot] != key) {
            slot = slot + 1 & mask;
        }
        return slot;
    }
}
