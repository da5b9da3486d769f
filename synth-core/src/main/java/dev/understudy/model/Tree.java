package dev.understudy.model;

/**
 * A tree over groups of codes; its leaves hold distributions over codes. Arrays are never written after construction.
 *
 * @param feature    per node: index into the forest's features, or -1 for a leaf
 * @param mask       per node: bit g is set if group g goes left
 * @param left       per node: the left child, or the leaf number of a leaf; the right child follows in {@code right}
 * @param right      per node: the right child; 0 for a leaf
 * @param starts     per leaf: where its entries begin; one more than leaves
 * @param codes      entries: a code
 * @param cumulative entries: upper bound of the code's share, unsigned; the last entry of a leaf is the whole
 */
public record Tree(
        int[] feature, long[] mask, int[] left, int[] right, int[] starts, short[] codes, short[] cumulative) {

    /** The leaf of a row. @param groups group of each feature of the forest for this row */
    public int leaf(byte[][] groups, int row) {
        int node = 0;
        while (feature[node] >= 0) {
            node = (mask[node] >>> groups[feature[node]][row] & 1) != 0 ? left[node] : right[node];
        }
        return left[node];
    }

    /** The same branches over other leaves. */
    public Tree withLeaves(int[] newStarts, short[] newCodes, short[] newCumulative) {
        return new Tree(feature, mask, left, right, newStarts, newCodes, newCumulative);
    }

    public int leaves() {
        return starts.length - 1;
    }
}
