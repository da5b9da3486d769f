package dev.understudy.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SortedLongsTest {
    @Test
    void findsWhatCountingFinds() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            long[] numbers = numbers(random);
            SortedLongs sorted = new SortedLongs(numbers);
            for (int i = 0; i < 200; i++) {
                long value = value(random, numbers);
                assertThat(sorted.below(value))
                        .as("seed %d, below %d", seed, value)
                        .isEqualTo((int)
                                Arrays.stream(numbers).filter(n -> n < value).count());
                assertThat(sorted.upTo(value))
                        .as("seed %d, up to %d", seed, value)
                        .isEqualTo((int)
                                Arrays.stream(numbers).filter(n -> n <= value).count());
            }
        }
    }

    private static long[] numbers(SplittableRandom random) {
        int shift = random.nextInt(64);
        long[] numbers = new long[random.nextInt(40)];
        Arrays.setAll(numbers, i -> random.nextLong() >> shift);
        if (numbers.length > 2 && random.nextInt(4) == 0) {
            numbers[0] = Long.MIN_VALUE;
            numbers[1] = Long.MAX_VALUE;
        }
        Arrays.sort(numbers);
        return numbers;
    }

    private static long value(SplittableRandom random, long[] numbers) {
        return switch (random.nextInt(6)) {
            case 0 -> Long.MIN_VALUE;
            case 1 -> Long.MAX_VALUE;
            case 2 -> random.nextLong();
            default -> numbers.length == 0 ? 0 : numbers[random.nextInt(numbers.length)] + random.nextInt(3) - 1;
        };
    }
}
