package dev.understudy.learn;

/**
 * How much a model may hold.
 *
 * @param trees    trees a column; 1 to 64
 * @param leafRows fewest rows of a leaf; at least 5
 * @param depth    most splits from root to leaf; 0 to 20
 * @param leaves   most leaves of a tree; at least 1
 * @param features most features a column is screened down to; 1 to 64
 */
public record Capacity(int trees, int leafRows, int depth, int leaves, int features) {
    public static final Capacity DEFAULT = new Capacity(2, 20, 16, 4096, 48);

    private static final int MOST_TREES = 64;
    private static final int FEWEST_LEAF_ROWS = 5;
    private static final int DEEPEST = 20;
    private static final int LEAST_DEPTH = 4;
    private static final int MOST_FEATURES = 64;

    /** About half as much again of everything. */
    public Capacity larger() {
        return new Capacity(
                Math.min(MOST_TREES, trees * 3 / 2),
                Math.max(FEWEST_LEAF_ROWS, leafRows * 2 / 3),
                Math.min(DEEPEST, depth + 2),
                leaves,
                Math.min(MOST_FEATURES, features * 3 / 2));
    }

    /** Larger leaves of shallower trees, which tell less of single rows. */
    public Capacity coarser() {
        return new Capacity(trees, leafRows * 2, Math.max(LEAST_DEPTH, depth - 2), leaves, features);
    }

    Capacity with(int newTrees, int newFeatures) {
        return new Capacity(newTrees, leafRows, depth, leaves, newFeatures);
    }
}
