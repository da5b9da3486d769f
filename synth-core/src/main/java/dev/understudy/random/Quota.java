package dev.understudy.random;

/**
 * Evenly spread draws: the points of a van der Corput sequence in base 2 with Owen's scrambling, so that any run of
 * consecutive points is balanced, in windows of {@value #WINDOW} whose points are shuffled. Two sequences with different keys know
 * nothing of each other; without the shuffle every other point of both would lie in the lower half.
 *
 * <p>Sources: Owen (1995), Randomly permuted (t, m, s)-nets and (t, s)-sequences; Burley (2020), Practical Hash-based Owen
 * Scrambling, JCGT 9(4), with the multipliers of Vegdahl (2021), Building a Better LK Hash.
 */
public final class Quota {
    private static final int WINDOW_BITS = 6;
    private static final int WINDOW = 1 << WINDOW_BITS;
    private static final int ROUNDS = 4;
    private static final double UNIT = 0x1.0p-32;

    private Quota() {}

    /** Point number {@code index} of the sequence that {@code draws} names, in [0, 1). Costs about as much as three draws. */
    public static double point(Draws draws, long index) {
        return point(index, draws.bits(index >>> WINDOW_BITS), seed(draws));
    }

    private static int seed(Draws draws) {
        return (int) draws.bits(-1);
    }

    /** The points of one sequence, one after the other, for less. For one thread. */
    public static final class Points {
        private final Draws draws;
        private final int seed;
        private long key;
        private long index;

        /** @param draws names the sequence */
        public Points(Draws draws) {
            this.draws = draws;
            this.seed = seed(draws);
        }

        public double next() {
            if ((index & WINDOW - 1) == 0) {
                key = draws.bits(index >>> WINDOW_BITS);
            }
            return point(index++, key, seed);
        }
    }

    /** @param window key of the window that the index lies in */
    private static double point(long index, long window, int seed) {
        return Integer.toUnsignedLong(Integer.reverse(scrambled((int) shuffled(index, window), seed))) * UNIT;
    }

    /** Within the window of an index; every round can be undone, so no two indices go to one place. */
    private static long shuffled(long index, long window) {
        long key = window;
        int place = (int) index & WINDOW - 1;
        for (int round = 0; round < ROUNDS; round++) {
            place = (place + (int) key) * ((int) (key >>> WINDOW_BITS) | 1) & WINDOW - 1;
            place ^= place >>> WINDOW_BITS / 2;
            key >>>= 2 * WINDOW_BITS;
        }
        return index & -WINDOW | place;
    }

    /** Every bit turns by a coin that the bits below it name, so that the reversed bits are scrambled digit by digit. */
    private static int scrambled(int digits, int seed) {
        int x = digits;
        x ^= x * 0x3d20adea;
        x += seed;
        x *= seed >>> 16 | 1;
        x ^= x * 0x05526c56;
        x ^= x * 0x53a22864;
        return x;
    }
}
