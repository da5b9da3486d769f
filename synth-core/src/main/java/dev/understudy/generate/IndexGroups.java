package dev.understudy.generate;

import dev.understudy.model.Index;

/** An index laid out for many rows; its groups are those of {@link Index#groups}. Immutable. */
final class IndexGroups {
    private static final int HALF = 32;
    private static final int CUTS = 2 * HALF - 1;
    private static final long NEVER = 1L << Integer.SIZE;

    private final int[] features;
    private final float[][] weights;
    /** As whole numbers in the same order, with none that is ever reached behind them: a search takes as many steps for any sum. */
    private final long[] cuts = new long[CUTS];

    IndexGroups(Index index) {
        this.features = index.features();
        this.weights = index.weights();
        for (int i = 0; i < CUTS; i++) {
            cuts[i] = i < index.cuts().length ? ordered(index.cuts()[i]) : NEVER;
        }
    }

    /** Numbers of the same order as the floats. Zeros are equal. */
    private static long ordered(float number) {
        int bits = Float.floatToRawIntBits(number + 0f);
        return bits ^ bits >> Integer.SIZE - 1 & Integer.MAX_VALUE;
    }

    /**
     * @param groups of the feature in slot s for row i at s * n + i; those of the index are put among them
     * @param slots  of the features of the forest
     * @param slot   of the index
     */
    void put(byte[] groups, int[] slots, int n, int slot) {
        float[] sums = new float[n];
        for (int f = 0; f < features.length; f++) {
            float[] of = weights[f];
            int from = slots[features[f]] * n;
            for (int i = 0; i < n; i++) {
                sums[i] += of[groups[from + i]];
            }
        }
        for (int i = 0; i < n; i++) {
            groups[slot * n + i] = (byte) group(ordered(sums[i]));
        }
    }

    private int group(long sum) {
        int reached = 0;
        for (int half = HALF; half > 0; half >>= 1) {
            // All bits are set if the cut is not above the sum: no branch, since it would be foretold wrongly every
            // other time.
            reached += half & (int) (cuts[reached + half - 1] - sum - 1 >> Long.SIZE - 1);
        }
        return reached;
    }
}
