package dev.understudy.random;

import java.nio.charset.StandardCharsets;

/**
 * A random function: the same key and place give the same number, on any thread, in any order.
 *
 * <p>A place is up to three numbers (row, position, attempt); the table, column and purpose belong to the key. The
 * mixing is Stafford's variant 13 of the MurmurHash3 finalizer (the one of {@code SplittableRandom}), applied once per
 * part, so that neighbouring places share no visible pattern. Immutable; costs some nanoseconds a draw.
 */
public final class Draws {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;
    private static final double UNIT = 0x1.0p-53;

    private final long key;

    private Draws(long key) {
        this.key = key;
    }

    public static Draws seeded(long seed) {
        return new Draws(mix(seed + GOLDEN_GAMMA));
    }

    /** An independent function for a part of the work, named for what it decides. */
    public Draws at(String part) {
        return named(name(part));
    }

    /** A name for {@link #named}, to be worked out once. */
    static long name(String part) {
        long hash = FNV_OFFSET;
        for (byte b : part.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ b) * FNV_PRIME;
        }
        return mix(hash);
    }

    /** As {@link #at(String)}. */
    Draws named(long name) {
        return new Draws(mix(key ^ name));
    }

    /** An independent function for item {@code number} of a part of the work. */
    public Draws at(long number) {
        return new Draws(bits(number));
    }

    /** 64 bits of a text; unlike those of {@link String#hashCode()} they tell short codes such as "Ah" and "BI" apart. */
    public static long hash(String text) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return mix(hash);
    }

    /** 64 uniform bits for a place. */
    public long bits(long place) {
        return mix(key + GOLDEN_GAMMA * (place + 1));
    }

    public long bits(long place, long attempt) {
        return mix(bits(place) + GOLDEN_GAMMA * (attempt + 1));
    }

    /** Uniform in [0, 1). */
    public double unit(long place) {
        return (bits(place) >>> 11) * UNIT;
    }

    public double unit(long place, long attempt) {
        return (bits(place, attempt) >>> 11) * UNIT;
    }

    /** Uniform in 0..bound-1. @param bound at least 1 */
    public int below(int bound, long place) {
        return (int) (((bits(place) >>> 32) * bound) >>> 32);
    }

    public int below(int bound, long place, long attempt) {
        return (int) (((bits(place, attempt) >>> 32) * bound) >>> 32);
    }

    /** The finalizer by itself: a bijection on 64 bits. */
    public static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
