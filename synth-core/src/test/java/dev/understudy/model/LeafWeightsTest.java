package dev.understudy.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeafWeightsTest {
    private static final int UNITS = 32_768;
    private static final double[] WEIGHTS = {1, 1, 3};

    @Test
    void weightsMultiplyTheSharesOfALeaf() {
        Tree tilted = LeafWeights.of(leaf(0.5, 0.3, 0.2), WEIGHTS).trees().get(0);

        assertThat(share(tilted, 0)).isCloseTo(0.5 / 1.4, within(0.001));
        assertThat(share(tilted, 2)).isCloseTo(0.6 / 1.4, within(0.001));
    }

    @Test
    void fixedCodesKeepTheirShare() {
        BitSet fixed = new BitSet();
        fixed.set(0);
        Tree tilted =
                LeafWeights.of(leaf(0.5, 0.3, 0.2), WEIGHTS, fixed).trees().get(0);

        assertThat(share(tilted, 0)).isCloseTo(0.5, within(0.001));
        assertThat(share(tilted, 1)).isCloseTo(0.5 * 0.3 / 0.9, within(0.001));
        assertThat(share(tilted, 2)).isCloseTo(0.5 * 0.6 / 0.9, within(0.001));
    }

    private static Forest leaf(double... shares) {
        short[] codes = new short[shares.length];
        short[] cumulative = new short[shares.length];
        double upTo = 0;
        for (int code = 0; code < shares.length; code++) {
            upTo += shares[code];
            codes[code] = (short) code;
            cumulative[code] = (short) Math.round(upTo * UNITS);
        }
        int[] starts = {0, shares.length};
        Tree tree = new Tree(new int[] {-1}, new long[] {0}, new int[] {0}, new int[] {0}, starts, codes, cumulative);
        return Forest.unconditional(List.of(tree));
    }

    private static double share(Tree tree, int entry) {
        int before = entry == 0 ? 0 : tree.cumulative()[entry - 1] & 0xFFFF;
        return (double) ((tree.cumulative()[entry] & 0xFFFF) - before) / UNITS;
    }
}
