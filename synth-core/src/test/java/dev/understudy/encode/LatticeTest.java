package dev.understudy.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The grid of a column's numbers. */
class LatticeTest {
    private static final int ROWS = 20_000;
    private static final int K = 10;

    @Test
    void aFeeThatIsMostlyNothingKeepsItsSmallSteps() {
        NumberCodec codec = codec(0);
        assertThat(codec.lattice()).isLessThanOrEqualTo(1);
        assertThat(Arrays.stream(codec.highs()).max().orElseThrow()).isLessThan(200);
        assertThat(Arrays.stream(codec.lows()).min().orElseThrow()).isNotNegative();
    }

    @Test
    void norDoesAnotherUsualNumberTellTheGridOfTheRest() {
        assertThat(codec(1_000_000).lattice()).isLessThanOrEqualTo(1);
    }

    @Test
    void roundSumsWithFewExceptionsAreRound() {
        SplittableRandom random = new SplittableRandom(4);
        long[] values = random.longs(ROWS, 1, 400)
                .map(value -> random.nextInt(1000) == 0 ? value : 100 * value)
                .toArray();
        assertThat(fit(values).lattice()).isEqualTo(100);
    }

    /** All but 60 rows have one number, the others any from 1 to 150. */
    private static NumberCodec codec(long usual) {
        SplittableRandom random = new SplittableRandom(4);
        long[] values = new long[ROWS];
        Arrays.fill(values, usual);
        for (int i = 0; i < 60; i++) {
            values[i * 300] = 1 + random.nextInt(150);
        }
        return fit(values);
    }

    private static NumberCodec fit(long[] values) {
        long[] families = new long[values.length];
        Arrays.setAll(families, i -> i);
        return NumberCodecs.fit(values, families, values.length, K, false, 0);
    }
}
