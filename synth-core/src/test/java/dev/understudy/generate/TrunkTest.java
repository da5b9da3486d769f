package dev.understudy.generate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.model.Index;
import dev.understudy.model.Tree;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrunkTest {
    private static final int FEATURES = 5;
    private static final int ROWS = 203;

    @Test
    void rowsComeToTheLeavesThatTheTreeLeadsThemTo() {
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Tree tree = tree(random, random.nextInt(60));
            // Other features lie between those of this forest.
            int[] slots = {3, 0, 9, 4, 7};
            byte[][] groups = new byte[FEATURES][ROWS];
            byte[] all = new byte[10 * ROWS];
            for (int f = 0; f < FEATURES; f++) {
                for (int row = 0; row < ROWS; row++) {
                    groups[f][row] = (byte) random.nextInt(64);
                    all[slots[f] * ROWS + row] = groups[f][row];
                }
            }
            Trunk trunk = new Trunk(tree, slots);
            int[] order = random.ints(ROWS / 2, 0, ROWS / 3).toArray();
            int[] places = IntStream.range(0, ROWS).map(i -> ROWS - 1 - i).toArray();
            int[] found = new int[order.length];

            trunk.walk(all, ROWS, places, order, 2, order.length, found);

            for (int k = 2; k < order.length; k++) {
                assertThat(trunk.leaf(found[k]))
                        .as("seed %d, row %d", seed, k)
                        .isEqualTo(tree.leaf(groups, places[order[k]]));
            }
        }
    }

    @Test
    void groupsOfAnIndexAreThoseThatItWasLearnedWith() {
        for (int seed = 0; seed < 100; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            float[][] weights = new float[2][64];
            for (float[] of : weights) {
                for (int group = 0; group < of.length; group++) {
                    // Some sums meet a cut exactly, some are zero.
                    of[group] = (random.nextInt(9) - 4) / 2f;
                }
            }
            float[] cuts = new float[random.nextInt(12)];
            for (int i = 0; i < cuts.length; i++) {
                cuts[i] = (i - 5) / 2f;
            }
            Index index = new Index(new int[] {1, 0}, weights, cuts);
            byte[] groups = new byte[3 * ROWS];
            for (int i = 0; i < 2 * ROWS; i++) {
                groups[i] = (byte) random.nextInt(64);
            }
            byte[] wanted = new byte[ROWS];
            index.groups(groups, ROWS, wanted, 0);

            new IndexGroups(index).put(groups, new int[] {0, 1, 2}, ROWS, 2);

            assertThat(Arrays.copyOfRange(groups, 2 * ROWS, 3 * ROWS))
                    .as("seed %d", seed)
                    .isEqualTo(wanted);
        }
    }

    /** A tree that grows at leaves chosen by chance; the number of a leaf is its place among them. */
    private static Tree tree(SplittableRandom random, int splits) {
        int nodes = 2 * splits + 1;
        int[] feature = new int[nodes];
        long[] mask = new long[nodes];
        int[] left = new int[nodes];
        int[] right = new int[nodes];
        Arrays.fill(feature, -1);
        for (int split = 0; split < splits; split++) {
            int at = random.nextInt(2 * split + 1);
            while (feature[at] >= 0) {
                at = random.nextBoolean() ? left[at] : right[at];
            }
            feature[at] = random.nextInt(FEATURES);
            mask[at] = random.nextLong();
            left[at] = 2 * split + 1;
            right[at] = 2 * split + 2;
        }
        int leaves = 0;
        for (int node = 0; node < nodes; node++) {
            left[node] = feature[node] < 0 ? leaves++ : left[node];
        }
        int[] starts = IntStream.rangeClosed(0, leaves).toArray();
        return new Tree(feature, mask, left, right, starts, new short[leaves], new short[leaves]);
    }
}
