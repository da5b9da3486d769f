package dev.understudy.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumberCodecsTest {
    private static final int K = 10;

    /** Every value of its own family. @param counts a value and how many have it, in turn */
    private static NumberCodec fit(int... counts) {
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < counts.length; i += 2) {
            for (int n = 0; n < counts[i + 1]; n++) {
                values.add((long) counts[i]);
            }
        }
        long[] numbers = values.stream().mapToLong(Long::longValue).toArray();
        long[] families = new long[numbers.length];
        for (int i = 0; i < families.length; i++) {
            families[i] = i;
        }
        return NumberCodecs.fit(numbers, families, numbers.length, K, false, 0);
    }

    @Test
    void oneFarValueBehindManyThatStandAloneMakesNoBinWithThoseBeforeThem() {
        NumberCodec codec = fit(4, 3, 5, 2, 6, 6, 7, 2, 8, 7, 9, 10, 10, 14, 11, 40, 12, 30, 70, 1);
        for (int cell = 0; cell < codec.lows().length; cell++) {
            assertThat(codec.highs()[cell]).isLessThanOrEqualTo(12);
        }
        for (int draw = 0; draw < 100; draw++) {
            assertThat(codec.decode(codec.encode(5), draw / 100.0)).isBetween(1L, 8L);
        }
        assertThat(codec.encode(70)).isEqualTo(codec.encode(12));
    }

    @Test
    void valuesOnBothSidesOfManyThatStandAloneHaveBinsOfTheirOwn() {
        NumberCodec codec = fit(1, 5, 2, 5, 3, 6, 4, 7, 10, 90, 11, 90, 20, 8, 21, 7, 22, 8);
        assertThat(codec.highs()[codec.encode(3) - 1]).isLessThan(10);
        assertThat(codec.lows()[codec.encode(21) - 1]).isGreaterThan(11);
    }

    @Test
    void withoutValuesThatStandAloneBinsLieSideBySide() {
        NumberCodec codec = fit(1, 9, 2, 9, 3, 9, 4, 9, 5, 9, 6, 9, 7, 9, 8, 9);
        assertThat(codec.spikes()).isZero();
        for (int cell = 1; cell < codec.lows().length; cell++) {
            assertThat(codec.lows()[cell])
                    .isGreaterThan(codec.lows()[cell - 1])
                    .isLessThanOrEqualTo(codec.highs()[cell - 1] + 1);
        }
    }
}
