package dev.understudy.learn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.data.DoubleVector;
import java.util.BitSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NumberSampleTest {
    private static final int THREADS = 8;

    private static NumberSample prices(double... values) {
        NumberSample sample = new NumberSample(true);
        DoubleVector vector = DoubleVector.wrap(values, new BitSet());
        for (int row = 0; row < values.length; row++) {
            sample.add(vector, row, row);
        }
        return sample;
    }

    @Test
    void fewestDecimalsHoldAllNumbers() {
        NumberSample sample = prices(1.5, 2.25, Double.NaN);

        assertThat(sample.decimals()).isEqualTo(2);
        assertThat(sample.values()).startsWith(150, 225);
        assertThat(sample.missing().stream()).containsExactly(2);
    }

    @Test
    void rowsThatAreReorderedTakeTheirValuesAlong() {
        NumberSample sample = prices(1.5, Double.NaN, 2.25);

        sample.reorder(new int[] {2, 1, 0});

        assertThat(sample.values()[0]).isEqualTo(225);
        assertThat(sample.values()[2]).isEqualTo(150);
        assertThat(sample.decimals()).isEqualTo(2);
        assertThat(sample.missing().stream()).containsExactly(1);
    }

    /** Without a lock one trial in some hundred goes wrong; of these hardly ever none does. */
    @Test
    void threadsThatAskAtOnceAreGivenTheSameNumbers() {
        double[] values = IntStream.range(0, 500).mapToDouble(i -> i / 8.0).toArray();
        for (int trial = 0; trial < 500; trial++) {
            NumberSample sample = prices(values);
            CyclicBarrier start = new CyclicBarrier(THREADS);
            Set<long[]> told = Collections.synchronizedSet(Collections.newSetFromMap(new IdentityHashMap<>()));
            List<Thread> threads = IntStream.range(0, THREADS)
                    .mapToObj(any -> new Thread(() -> {
                        try {
                            start.await();
                            told.add(sample.values());
                        } catch (Exception e) {
                            told.add(new long[0]);
                        }
                    }))
                    .toList();
            threads.forEach(Thread::start);
            threads.forEach(NumberSampleTest::join);

            assertThat(told).hasSize(1);
            assertThat(told.iterator().next()).hasSize(500);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
