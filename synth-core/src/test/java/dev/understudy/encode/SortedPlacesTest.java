package dev.understudy.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SortedPlacesTest {
    @Test
    void findsNumbersFromEndToEndOfTheRange() {
        assertFound(Long.MIN_VALUE, Long.MIN_VALUE + 1, -1, 0, 1, Long.MAX_VALUE - 1, Long.MAX_VALUE);
    }

    @Test
    void findsOneNumber() {
        assertFound(7);
    }

    @Test
    void findsNumbersThatCrowdBesideOneFarAway() {
        assertFound(LongStream.concat(LongStream.range(-500, 500), LongStream.of(1L << 60))
                .toArray());
    }

    @Test
    void findsNumbersSpreadAtRandom() {
        assertFound(new Random(3).longs(20_000).distinct().sorted().toArray());
        assertFound(new Random(4)
                .longs(20_000, -1_000_000, 1_000_000)
                .distinct()
                .sorted()
                .toArray());
    }

    private static void assertFound(long... sorted) {
        SortedPlaces places = new SortedPlaces(sorted);

        assertThat(LongStream.of(sorted).mapToInt(places::of).toArray())
                .isEqualTo(java.util.stream.IntStream.range(0, sorted.length).toArray());
    }
}
