package dev.understudy.encode;

import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Which texts of a column at least k families share, by hash. */
public final class TextCounts {
    private final SortedNumbers numbers;
    private final int total;

    /** @param hashes hash of each row's text; ignored where {@code missing} */
    public TextCounts(long[] hashes, BitSet missing, long[] family) {
        long[] present = new long[hashes.length];
        long[] families = new long[hashes.length];
        int n = 0;
        for (int row = 0; row < hashes.length; row++) {
            if (!missing.get(row)) {
                present[n] = hashes[row];
                families[n++] = family[row];
            }
        }
        this.total = n;
        this.numbers = new SortedNumbers(present, families, n);
    }

    /** Rows that have a text. */
    public int total() {
        return total;
    }

    /** Different texts. */
    public int distinct() {
        return numbers.distinct.length;
    }

    /** Hashes of texts that k families share, most frequent first, at most {@code limit}. */
    public long[] shared(int k, int limit) {
        FamilyCount families = new FamilyCount(k);
        return IntStream.range(0, numbers.distinct.length)
                .filter(i -> numbers.count(i) >= k)
                .filter(i -> {
                    families.clear();
                    numbers.addFamilies(i, families);
                    return families.full();
                })
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(numbers::count).reversed())
                .limit(limit)
                .mapToLong(i -> numbers.distinct[i])
                .toArray();
    }
}
