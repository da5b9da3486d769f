package dev.understudy.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class QuotaTest {
    @Test
    void everyRunOfPointsThatIsAPowerOfTwoLongHitsEachEqualPartOnce() {
        for (int size : new int[] {64, 256, 4096}) {
            for (int run = 0; run < 8; run++) {
                Draws draws = Draws.seeded(run + size);
                boolean[] hit = new boolean[size];
                for (int i = 0; i < size; i++) {
                    hit[(int) (size * Quota.point(draws, (long) run * size + i))] = true;
                }
                assertThat(hit).as("%d points from %d", size, run * size).doesNotContain(false);
            }
        }
    }

    @Test
    void twoSequencesKnowNothingOfEachOther() {
        int n = 200_000;
        int both = 0;
        for (int i = 0; i < n; i++) {
            Draws one = Draws.seeded(2 * (i / 64));
            Draws other = Draws.seeded(2 * (i / 64) + 1);
            both += Quota.point(one, i) < 0.5 == Quota.point(other, i) < 0.5 ? 1 : 0;
        }
        // 4.9 standard errors: right code fails for about one seed in a million.
        assertThat(both / (double) n).isCloseTo(0.5, within(4.9 * 0.5 / Math.sqrt(n)));
    }

    @Test
    void aPointTellsNothingOfTheNextOne() {
        int n = 200_000;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            Draws draws = Draws.seeded(i);
            sum += (Quota.point(draws, i % 63) - 0.5) * (Quota.point(draws, i % 63 + 1) - 0.5);
        }
        // Two of 64 points that lie evenly are a little apart.
        assertThat(sum / n).isCloseTo(-1.0 / 12 / 63, within(4.9 / 12 / Math.sqrt(n)));
    }

    @Test
    void pointsAreUniformOverAllSequences() {
        int n = 200_000;
        int[] tenths = new int[10];
        for (int i = 0; i < n; i++) {
            tenths[(int) (10 * Quota.point(Draws.seeded(i), i % 7))]++;
        }
        for (int count : tenths) {
            assertThat(count / (double) n).isCloseTo(0.1, within(4.9 * 0.3 / Math.sqrt(n)));
        }
    }
}
