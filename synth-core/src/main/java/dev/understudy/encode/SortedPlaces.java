package dev.understudy.encode;

import java.util.Arrays;

/**
 * Where numbers stand in an ascending list of different ones. A table over their leading digits tells nearly where, so
 * that numbers that are spread evenly cost no search; where they crowd, a binary search is left. Memory 4 bytes a number.
 */
final class SortedPlaces {
    private final long[] sorted;
    private final int[] starts;
    private final long low;
    private final int shift;

    /** @param sorted ascending, each once */
    SortedPlaces(long[] sorted) {
        this.sorted = sorted;
        int size = sorted.length;
        this.low = size == 0 ? 0 : sorted[0];
        // Unsigned, since numbers may lie further apart than a long reaches.
        long span = size == 0 ? 0 : sorted[size - 1] - low;
        int bits = 64 - Long.numberOfLeadingZeros(span);
        int wanted = 32 - Integer.numberOfLeadingZeros(Math.max(1, size));
        this.shift = Math.max(0, bits - wanted);
        this.starts = new int[(int) (span >>> shift) + 2];
        int bucket = 0;
        for (int i = 0; i < size; i++) {
            int of = bucket(sorted[i]);
            while (bucket <= of) {
                starts[bucket++] = i;
            }
        }
        Arrays.fill(starts, bucket, starts.length, size);
    }

    private int bucket(long value) {
        return (int) ((value - low) >>> shift);
    }

    /** Place of a number that is in the list, from 0. */
    int of(long value) {
        int bucket = bucket(value);
        int from = starts[bucket];
        int to = starts[bucket + 1];
        return to - from == 1 ? from : Arrays.binarySearch(sorted, from, to, value);
    }
}
