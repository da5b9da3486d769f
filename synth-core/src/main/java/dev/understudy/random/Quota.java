package dev.understudy.random;

/**
 * Evenly spread draws: the points of a van der Corput sequence in base 2 with Owen's scrambling, so that any run of
 * consecutive points is balanced, in windows of {@value #WINDOW} whose points are shuffled. Two sequences with different keys know
 * nothing of each other; without the shuffle every other point of both would lie in the lower half.
 *
 * <p>Source: Owen (1995), Randomly permuted (t, m, s)-nets and (t, s)-sequences.
 */
public final class Quota {
    private static final int BITS = 24;

    private static final int WINDOW = 64;
    private static final long SHUFFLE = Draws.name("window");

    private Quota() {}

    private static long shuffled(Draws draws, long index) {
        long window = index / WINDOW;
        return window * WINDOW + new Permutation(draws.named(SHUFFLE).at(window), WINDOW).at(index % WINDOW);
    }

    /** Point number {@code index} of the sequence that {@code draws} names, in [0, 1). Time: 24 mixes. */
    public static double point(Draws draws, long index, long place) {
        long reversed = Long.reverse(shuffled(draws, index)) >>> (64 - BITS);
        long scrambled = 0;
        for (int bit = BITS - 1; bit >= 0; bit--) {
            long prefix = reversed >>> (bit + 1);
            long flip = draws.bits(prefix + (1L << (BITS - bit))) & 1;
            scrambled |= (reversed >>> bit & 1 ^ flip) << bit;
        }
        // The digits beyond the net are plainly random.
        return (scrambled + draws.unit(place, 1)) / (1L << BITS);
    }
}
