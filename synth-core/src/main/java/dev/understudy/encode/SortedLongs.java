package dev.understudy.encode;

/**
 * Ascending numbers that are searched from a guide: where each of some even ranges begins among them. A search takes a few
 * steps, however many numbers there are, unless most of them lie in one range. Immutable.
 *
 * <p>Source: Chen and Asau (1974), On Generating Random Variates from an Empirical Distribution, AIIE Transactions 6.
 */
public final class SortedLongs {
    /** Ranges for each number. */
    private static final int RANGES = 2;

    private final long[] numbers;
    private final long first;
    private final long last;
    private final int shift;
    private final int[] guide;

    /** @param numbers ascending, some perhaps equal; not to be written any more */
    public SortedLongs(long[] numbers) {
        int n = numbers.length;
        this.numbers = numbers;
        this.first = n == 0 ? 0 : numbers[0];
        this.last = n == 0 ? -1 : numbers[n - 1];
        long width = n == 0 ? 0 : last - first;
        int bits = Long.SIZE - Long.numberOfLeadingZeros(width);
        int wanted = Integer.SIZE - Integer.numberOfLeadingZeros(RANGES * n);
        this.shift = Math.max(0, bits - wanted);
        this.guide = new int[n == 0 ? 0 : (int) (width >>> shift) + 2];
        int place = 0;
        for (int range = 0; range < guide.length; range++) {
            while (place < n && (numbers[place] - first) >>> shift < range) {
                place++;
            }
            guide[range] = place;
        }
    }

    public int size() {
        return numbers.length;
    }

    /** How many numbers are below a value: the place of the first that is not. */
    public int below(long value) {
        if (value <= first) {
            return 0;
        }
        if (value > last) {
            return numbers.length;
        }
        int range = (int) (value - first >>> shift);
        int from = guide[range];
        int to = guide[range + 1];
        while (from < to) {
            int middle = from + to >>> 1;
            if (numbers[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** How many numbers are not above a value: the place of the first that is. */
    public int upTo(long value) {
        return value >= last ? numbers.length : below(value + 1);
    }
}
