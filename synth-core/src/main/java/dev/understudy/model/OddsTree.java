package dev.understudy.model;

/**
 * A tree of a boosted classifier: what each of its leaves adds to the logarithm of the odds that a row was learned from and not
 * drawn.
 *
 * @param feature per node: which feature of the classifier splits it; -1 for a leaf
 * @param mask    per node: groups of the feature that go left
 * @param left    per node: the node where those go on
 * @param right   per node: the node where the others go on
 * @param odds    per node: what a leaf adds, rounded to 1/1,024
 */
public record OddsTree(int[] feature, long[] mask, int[] left, int[] right, float[] odds) {
    private static final int UNITS = 1024;

    /** What is kept of a leaf's value. */
    public static float rounded(double odds) {
        return (float) Math.round(odds * UNITS) / UNITS;
    }

    /**
     * What the tree adds for one row.
     *
     * @param groups per feature, the group of each row
     */
    public float of(byte[][] groups, int row) {
        int node = 0;
        while (feature[node] >= 0) {
            node = (mask[node] >>> groups[feature[node]][row] & 1) != 0 ? left[node] : right[node];
        }
        return odds[node];
    }
}
