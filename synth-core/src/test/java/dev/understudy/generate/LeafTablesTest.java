package dev.understudy.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.understudy.model.Tree;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LeafTablesTest {
    private static final int DRAWS = 1 << 18;

    @Test
    void everyCodeIsDrawnAsOftenAsTheLeafSays() {
        for (int seed = 0; seed < 60; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int first = 1 + random.nextInt(5);
            int second = 1 + random.nextInt(70);
            short[] cumulative = new short[first + second];
            short[] codes = new short[first + second];
            int whole = fill(random, cumulative, codes, 0, first);
            int wholeOfSecond = fill(random, cumulative, codes, first, second);
            Tree tree = new Tree(
                    new int[] {0, -1, -1},
                    new long[3],
                    new int[] {1, 0, 1},
                    new int[3],
                    new int[] {0, first, first + second},
                    codes,
                    cumulative);
            LeafTables tables = LeafTables.of(tree);

            check(seed, tables, cumulative, codes, 0, first, whole);
            check(seed, tables, cumulative, codes, first, second, wholeOfSecond);
        }
    }

    private static int fill(SplittableRandom random, short[] cumulative, short[] codes, int start, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += 1 + random.nextInt(random.nextInt(4) == 0 ? 800 : 20);
            cumulative[start + i] = (short) sum;
            codes[start + i] = (short) (65_535 - 3 * i);
        }
        return sum;
    }

    /** Draws at even distances, so that there is no chance in it. */
    private static void check(
            int seed, LeafTables tables, short[] cumulative, short[] codes, int start, int count, int whole) {
        int[] drawn = new int[65_536];
        for (long i = 0; i < DRAWS; i++) {
            drawn[tables.code(start, count, (i << 32) / DRAWS)]++;
        }
        int before = 0;
        for (int i = 0; i < count; i++) {
            int upTo = cumulative[start + i] & 0xFFFF;
            assertThat(drawn[codes[start + i] & 0xFFFF] / (double) DRAWS)
                    .as("seed %d, entry %d of %d", seed, i, count)
                    .isCloseTo((upTo - before) / (double) whole, within(2e-3));
            before = upTo;
        }
    }
}
