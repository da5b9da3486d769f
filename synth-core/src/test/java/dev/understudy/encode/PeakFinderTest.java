package dev.understudy.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Values that stand out inside bins, and those that must not be told. */
class PeakFinderTest {
    private static final int ROWS = 20_000;
    private static final int K = 10;

    /** Half of the rows lie on every 25th number, the others anywhere; value 7 belongs to one family. */
    private static long[] values() {
        long[] values = new long[ROWS];
        for (int i = 0; i < ROWS; i++) {
            long any = (i * 7919L) % 10_000;
            values[i] = i % 2 == 0 ? any / 25 * 25 : any;
        }
        Arrays.fill(values, 0, 60, 7);
        return values;
    }

    private static long[] families() {
        long[] families = LongStream.range(0, ROWS).toArray();
        Arrays.fill(families, 0, 60, 1);
        return families;
    }

    private static Peaks peaks(long[] values) {
        NumberCodec codec = NumberCodecs.fit(values, families(), ROWS, K, false, 0);
        return PeakFinder.of(values, families(), ROWS, K, codec).orElse(null);
    }

    @Test
    void whatManyFamiliesShareStandsOut() {
        Peaks peaks = peaks(values());
        assertThat(peaks.values()).hasSizeGreaterThan(300);
        assertThat(Arrays.stream(peaks.values())).allMatch(value -> value % 25 == 0);
        SortedLongs sorted = new SortedLongs(peaks.values());
        int from = sorted.below(5_000);
        int to = sorted.upTo(5_999);
        int bin = new SortedLongs(peaks.lows()).upTo(5_000) - 1;
        double share = peaks.weight(from, to) / (peaks.weight(from, to) + peaks.rest(bin, 5_000, 5_999));
        assertThat(share).isCloseTo(0.52, within(0.05));
        assertThat(peaks.pick(from, to, 0)).isEqualTo(5_000);
        assertThat(peaks.pick(from, to, 0.999)).isEqualTo(5_975);
    }

    @Test
    void whatOneFamilyHasIsNotTold() {
        assertThat(peaks(values()).values()).doesNotContain(7);
    }

    @Test
    void evenBinsHaveNone() {
        long[] even = LongStream.range(0, ROWS).map(i -> i * 7919L % 10_007).toArray();
        assertThat(peaks(even)).isNull();
    }

    @Test
    void whatChanceMakesDoesNotStandOut() {
        // Of 800 numbers, every other one is held by 12 families, the others by 8.
        long[] values = LongStream.range(0, 800)
                .flatMap(value -> LongStream.generate(() -> value).limit(value % 2 == 0 ? 12 : 8))
                .toArray();
        long[] families = LongStream.range(0, values.length).toArray();
        NumberCodec codec = NumberCodecs.fit(values, families, values.length, K, false, 0);
        assertThat(codec.isExact()).isFalse();
        assertThat(PeakFinder.of(values, families, values.length, K, codec)).isEmpty();
    }
}
