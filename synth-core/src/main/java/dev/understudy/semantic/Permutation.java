package dev.understudy.semantic;

import dev.understudy.random.Draws;

/**
 * A shuffle of 0..size-1 that needs no memory: four Feistel rounds over the next even power of two, walked along until
 * the result is in range (on average less than four times).
 *
 * <p>Source: Black and Rogaway (2002), Ciphers with Arbitrary Finite Domains.
 */
final class Permutation {
    static final long LARGEST = 1L << 48;
    private static final int ROUNDS = 4;

    private final long size;
    private final int half;
    private final long mask;
    private final Draws[] rounds = new Draws[ROUNDS];

    /** @param size 1 to {@link #LARGEST} */
    Permutation(long size, Draws draws) {
        if (size < 1 || size > LARGEST) {
            throw new IllegalArgumentException("A permutation of %d numbers.".formatted(size));
        }
        this.size = size;
        int bits = 64 - Long.numberOfLeadingZeros(size - 1);
        this.half = Math.max(1, (bits + 1) / 2);
        this.mask = (1L << half) - 1;
        for (int i = 0; i < ROUNDS; i++) {
            rounds[i] = draws.at(i);
        }
    }

    long size() {
        return size;
    }

    /** @param number 0 to size - 1 */
    long of(long number) {
        long at = number;
        do {
            long left = at >>> half;
            long right = at & mask;
            for (Draws round : rounds) {
                long next = left ^ (round.bits(right) & mask);
                left = right;
                right = next;
            }
            at = left << half | right;
        } while (at >= size);
        return at;
    }
}
