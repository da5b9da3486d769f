package dev.understudy.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Highest and lowest values: about as far out as they are in the source, though none of them is known. */
class TailTest {
    private static final int K = 10;

    private static NumberCodec codec(long... values) {
        long[] families = new long[values.length];
        Arrays.setAll(families, i -> i);
        return NumberCodecs.fit(values, families, values.length, K, false, 0);
    }

    /** Values of the codes that the given ones have. */
    private static long[] drawn(NumberCodec codec, long... values) {
        Random random = new Random(5);
        return Arrays.stream(values)
                .map(value -> codec.decode(codec.encode(value), random.nextDouble()))
                .sorted()
                .toArray();
    }

    @Test
    void manyNumbersReachAboutAsFarAsTheirs() {
        Random random = new Random(3);
        long[] values = random.doubles(20_000)
                .mapToLong(u -> Math.round(1000 * Math.pow(1 - u, -0.4)))
                .sorted()
                .toArray();

        NumberCodec codec = codec(values);
        long[] drawn = drawn(codec, values);

        double spread = values[values.length - 1];
        assertThat((double) drawn[drawn.length - 1]).isBetween(0.5 * spread, 1.8 * spread);
        assertThat(Arrays.stream(drawn).average().orElseThrow())
                .isCloseTo(Arrays.stream(values).average().orElseThrow(), within(10.0));
        assertThat(codec.highs()[codec.highs().length - 1]).isLessThan(values[values.length - 1]);
    }

    @Test
    void aFewHigherCountsAreNotLost() {
        long[] values = new long[5000];
        values[0] = 2;
        values[1] = 1;
        values[2] = 1;
        values[3] = 1;

        long[] drawn = drawn(codec(values), values);

        assertThat(Arrays.stream(drawn).filter(value -> value > 0).count()).isBetween(1L, 12L);
        assertThat(drawn[drawn.length - 1]).isLessThanOrEqualTo(4);
        assertThat(drawn[0]).isZero();
    }

    @Test
    void anEndThatManyReachIsTheEnd() {
        long[] values = new Random(9).ints(3000, 0, 101).mapToLong(i -> i).toArray();

        assertThat(Arrays.stream(drawn(codec(values), values)).filter(value -> value < 0 || value > 100))
                .isEmpty();
    }

    /** A number beyond a gap is as likely a code with a meaning as a count. */
    @Test
    void whatNamesSomethingGetsNoNeighbours() {
        long[] values = new Random(9).ints(3000, 1, 6).mapToLong(i -> i).toArray();
        values[10] = 99;
        values[20] = 99;

        assertThat(Arrays.stream(drawn(codec(values), values)).filter(value -> value < 1 || value > 5))
                .isEmpty();
    }

    @Test
    void fewRowsReachBeyondWhatTheirFamiliesShare() {
        long[] values = new Random(2).longs(30, 1000, 2000).sorted().toArray();

        NumberCodec codec = codec(values);
        long[] drawn = drawn(codec, values);

        assertThat(codec.codes()).isEqualTo(2);
        assertThat((double) drawn[29] - drawn[0]).isGreaterThan(0.7 * (values[29] - values[0]));
        assertThat(codec.highs()[0]).isLessThan(values[29]);
    }
}
