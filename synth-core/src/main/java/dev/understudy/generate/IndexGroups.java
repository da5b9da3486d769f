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
     * @param groups of all features; those of the index are put among them
     * @param places per feature of the forest, where its groups begin
     * @param n      how many rows
     * @param at     where the groups of the index begin
     */
    void put(byte[] groups, int[] places, int n, int at) {
        float[] sums = new float[n];
        for (int f = 0; f < features.length; f++) {
            float[] of = weights[f];
            int place = places[features[f]];
            for (int i = 0; i < n; i++) {
                sums[i] += of[groups[place + i]];
            }
        }
        for (int i = 0; i < n; i++) {
            long sum = ordered(sums[i]);
            int reached = 0;
            for (int half = HALF; half > 0; half >>= 1) {
                // All bits are set if the cut is not above the sum: no branch, since it would be foretold wrongly every
                // other time.
                reached += half & (int) (cuts[reached + half - 1] - sum - 1 >> Long.SIZE - 1);
            }
            groups[at + i] = (byte) reached;
        }
    }
}
