package dev.understudy.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.model.Tree;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LeafQuantilesTest {
    @Test
    void theCodeIsTheFirstThatReachesBeyondTheQuantile() {
        for (int seed = 0; seed < 300; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            int first = 1 + random.nextInt(5);
            int second = 1 + random.nextInt(200);
            short[] cumulative = new short[first + second];
            short[] codes = new short[first + second];
            fill(random, cumulative, codes, 0, first);
            fill(random, cumulative, codes, first, second);
            int[] starts = {0, first, first + second};
            Tree tree = new Tree(
                    new int[] {0, -1, -1}, new long[3], new int[] {1, 0, 1}, new int[3], starts, codes, cumulative);
            LeafQuantiles quantiles = new LeafQuantiles(tree);

            for (int i = 0; i < 500; i++) {
                int leaf = random.nextInt(2);
                double u = i == 0 ? 0 : i == 1 ? Math.nextDown(1.0) : random.nextDouble();
                assertThat(quantiles.code(leaf, u)).as("seed %d, %f", seed, u).isEqualTo(searched(tree, leaf, u));
            }
        }
    }

    private static void fill(SplittableRandom random, short[] cumulative, short[] codes, int start, int count) {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += random.nextInt(random.nextInt(8) == 0 ? 2000 : 20);
            cumulative[start + i] = (short) Math.max(1, sum);
            codes[start + i] = (short) (65_535 - 3 * i);
        }
    }

    private static int searched(Tree tree, int leaf, double u) {
        int last = tree.starts()[leaf + 1] - 1;
        int goal = (int) (u * (tree.cumulative()[last] & 0xFFFF));
        int entry = tree.starts()[leaf];
        while (entry < last && (tree.cumulative()[entry] & 0xFFFF) <= goal) {
            entry++;
        }
        return tree.codes()[entry] & 0xFFFF;
    }
}
