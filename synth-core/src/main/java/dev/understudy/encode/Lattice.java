package dev.understudy.encode;

/**
 * The grid on which the numbers of a column lie: whole cents, full minutes, month-independent days and the like.
 *
 * @param step   distance of neighbouring points, at least 1
 * @param offset 0..step-1
 */
record Lattice(long step, long offset) {
    /** Share of rows that must lie on a coarser grid before the others are taken for noise. */
    private static final double NEARLY_ALL = 0.995;

    private static final long SECOND = 1_000_000L;
    private static final long[] TIME_STEPS = {
        86_400 * SECOND, 3_600 * SECOND, 1_800 * SECOND, 900 * SECOND, 60 * SECOND, SECOND, 1_000
    };
    private static final long[] NUMBER_STEPS = {1_000_000, 100_000, 10_000, 1_000, 500, 100, 50, 25, 10, 5};

    static Lattice of(SortedNumbers numbers, boolean time) {
        long first = numbers.distinct[0];
        long step = 0;
        for (long value : numbers.distinct) {
            step = gcd(step, value - first);
            if (step == 1) {
                break;
            }
        }
        if (step > 1) {
            return new Lattice(step, Math.floorMod(first, step));
        }
        for (long candidate : time ? TIME_STEPS : NUMBER_STEPS) {
            if (numbers.distinct.length > 20 && shareOn(numbers, candidate) >= NEARLY_ALL) {
                return new Lattice(candidate, 0);
            }
        }
        return new Lattice(1, 0);
    }

    /** Of the rows with other values than zero, which lies on every grid, and than one that more than half of the rows have. */
    private static double shareOn(SortedNumbers numbers, long step) {
        long rows = 0;
        for (int i = 0; i < numbers.distinct.length; i++) {
            rows += numbers.count(i);
        }
        long on = 0;
        long all = 0;
        for (int i = 0; i < numbers.distinct.length; i++) {
            int count = numbers.count(i);
            if (numbers.distinct[i] == 0 || 2L * count > rows) {
                continue;
            }
            all += count;
            on += Math.floorMod(numbers.distinct[i], step) == 0 ? count : 0;
        }
        return all == 0 ? 0 : (double) on / all;
    }

    private static long gcd(long a, long b) {
        long x = Math.abs(a);
        long y = Math.abs(b);
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }
}
