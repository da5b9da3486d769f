package dev.understudy.privacy;

import dev.understudy.random.Draws;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Families chosen evenly at random, the same for the same draws. */
final class Chosen {
    private Chosen() {}

    /** At most {@code most} of some families, in ascending order. */
    static int[] of(int[] families, int most, Draws draws) {
        if (families.length <= most) {
            return families;
        }
        return Arrays.stream(families)
                .boxed()
                .sorted(Comparator.comparingLong(draws::bits))
                .limit(most)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
    }

    static int[] in(Part[] parts, Part wanted) {
        return IntStream.range(0, parts.length)
                .filter(family -> parts[family] == wanted)
                .toArray();
    }

    static int[] joined(int[] first, int[] second) {
        int[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    static int[] upTo(int n) {
        return IntStream.range(0, n).toArray();
    }
}
