package dev.understudy.encode;

import java.util.Arrays;

/**
 * Numbers grouped by value: for each distinct value, in ascending order, the families of its rows.
 *
 * <p>Time O(n log n), memory 20 bytes a number.
 */
final class SortedNumbers {
    final long[] distinct;
    private final int[] starts;
    private final long[] families;

    SortedNumbers(long[] values, long[] familyOf, int n) {
        long[] sorted = Arrays.copyOf(values, n);
        Arrays.sort(sorted);
        int size = 0;
        for (int i = 0; i < n; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[size++] = sorted[i];
            }
        }
        distinct = Arrays.copyOf(sorted, size);
        starts = new int[size + 1];
        int[] rank = new int[n];
        for (int i = 0; i < n; i++) {
            rank[i] = Arrays.binarySearch(distinct, values[i]);
            starts[rank[i] + 1]++;
        }
        for (int i = 0; i < size; i++) {
            starts[i + 1] += starts[i];
        }
        int[] next = Arrays.copyOf(starts, size);
        families = new long[n];
        for (int i = 0; i < n; i++) {
            families[next[rank[i]]++] = familyOf[i];
        }
    }

    int count(int rank) {
        return starts[rank + 1] - starts[rank];
    }

    /** Adds the families of one value. */
    void addFamilies(int rank, FamilyCount count) {
        for (int i = starts[rank]; i < starts[rank + 1] && !count.full(); i++) {
            count.add(families[i]);
        }
    }

    /** Rank of the value at which k families are reached from one end; -1 if there are fewer. */
    int extremum(int k, boolean fromBelow) {
        FamilyCount count = new FamilyCount(k);
        for (int i = 0; i < distinct.length; i++) {
            int rank = fromBelow ? i : distinct.length - 1 - i;
            addFamilies(rank, count);
            if (count.full()) {
                return rank;
            }
        }
        return -1;
    }
}
