package dev.understudy.encode;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Numbers grouped by value: for each distinct value, in ascending order, the families of its rows.
 *
 * <p>Time O(n) where the numbers lie close together, else O(n log n); memory 20 bytes a number.
 */
final class SortedNumbers {
    private static final int CLOSE = 1 << 12;

    final long[] distinct;
    private final int[] starts;
    private final long[] families;

    SortedNumbers(long[] values, long[] familyOf, int n) {
        int[] rank = new int[n];
        long low = n == 0 ? 0 : values[0];
        long high = low;
        for (int i = 1; i < n; i++) {
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        boolean close = high - low >= 0 && high - low < Math.max(CLOSE, 4L * n);
        distinct = close ? byPlace(values, rank, low, (int) (high - low) + 1) : bySearch(values, rank);
        int size = distinct.length;
        starts = new int[size + 1];
        for (int i = 0; i < n; i++) {
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

    /** Fills in the ranks by a table of all numbers from {@code low} on. @return the distinct numbers */
    private static long[] byPlace(long[] values, int[] rank, long low, int span) {
        int[] rankOf = new int[span];
        for (int i = 0; i < rank.length; i++) {
            rankOf[(int) (values[i] - low)] = 1;
        }
        long[] found = new long[Math.min(span, rank.length)];
        int size = 0;
        for (int place = 0; place < span; place++) {
            if (rankOf[place] != 0) {
                found[size] = low + place;
                rankOf[place] = size++;
            }
        }
        for (int i = 0; i < rank.length; i++) {
            rank[i] = rankOf[(int) (values[i] - low)];
        }
        return Arrays.copyOf(found, size);
    }

    private static long[] bySearch(long[] values, int[] rank) {
        long[] sorted = Arrays.copyOf(values, rank.length);
        Arrays.sort(sorted);
        int size = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[size++] = sorted[i];
            }
        }
        long[] found = Arrays.copyOf(sorted, size);
        SortedPlaces places = new SortedPlaces(found);
        for (int i = 0; i < rank.length; i++) {
            rank[i] = places.of(values[i]);
        }
        return found;
    }

    /** How many numbers there are. */
    int rows() {
        return families.length;
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

    /** The family of each row of one value. */
    LongStream families(int rank) {
        return Arrays.stream(families, starts[rank], starts[rank + 1]);
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
