package dev.understudy.refine;

import dev.understudy.encode.Groups;
import dev.understudy.model.OddsTree;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Grows one tree of a boosted classifier. */
final class OddsGrower {
    private static final int DEPTH = 5;
    private static final int NODES = 2 << DEPTH;
    /** Added to a leaf's second derivatives, so that few rows say little. */
    private static final double SHRINKAGE = 3;

    private static final double LEAST_GAIN = 1;

    private final Labelled rows;
    private final float[] gradient;
    private final float[] curvature;
    private final int k;
    private final double rate;
    private final int[] lastSeen;
    private int stamp;

    private final int[] feature = new int[NODES];
    private final long[] mask = new long[NODES];
    private final int[] left = new int[NODES];
    private final int[] right = new int[NODES];
    private final float[] odds = new float[NODES];
    private int nodes;

    /** @param k families that a leaf needs on either side @param rate share of what a leaf says that is added */
    OddsGrower(Labelled rows, float[] gradient, float[] curvature, int k, double rate) {
        this.rows = rows;
        this.gradient = gradient;
        this.curvature = curvature;
        this.k = k;
        this.rate = rate;
        this.lastSeen = new int[rows.families()];
    }

    /** A split of some rows in two. */
    private record Split(int feature, long mask, double gain) {
        static final Split NONE = new Split(-1, 0, LEAST_GAIN);
    }

    /** Sums of derivatives by group of a feature. */
    private static final class Histogram {
        final double[] gradient = new double[Groups.MAX];
        final double[] curvature = new double[Groups.MAX];
    }

    /** The features by which alone rows are told best. */
    int[] tellingMost(int[] of, int[] features, int most) {
        double[] gains = Arrays.stream(features)
                .mapToDouble(f -> best(f, of, 0, of.length).gain)
                .toArray();
        return IntStream.range(0, features.length)
                .boxed()
                .sorted((a, b) -> Double.compare(gains[b], gains[a]))
                .limit(most)
                .mapToInt(i -> features[i])
                .toArray();
    }

    /** @param of rows, which are put in another order */
    OddsTree grow(int[] of, int[] features) {
        nodes = 0;
        node(of, 0, of.length, 0, features);
        return new OddsTree(
                Arrays.copyOf(feature, nodes),
                Arrays.copyOf(mask, nodes),
                Arrays.copyOf(left, nodes),
                Arrays.copyOf(right, nodes),
                Arrays.copyOf(odds, nodes));
    }

    private int node(int[] of, int from, int to, int depth, int[] features) {
        int node = nodes++;
        Split best = Split.NONE;
        for (int f : depth < DEPTH ? features : new int[0]) {
            Split split = best(f, of, from, to);
            best = split.gain > best.gain ? split : best;
        }
        int middle = best.feature < 0 ? from : Groups.partition(of, from, to, rows.groups()[best.feature], best.mask);
        if (best.feature < 0 || !hasFamilies(of, from, middle) || !hasFamilies(of, middle, to)) {
            feature[node] = -1;
            odds[node] = leaf(of, from, to);
            return node;
        }
        feature[node] = best.feature;
        mask[node] = best.mask;
        left[node] = node(of, from, middle, depth + 1, features);
        right[node] = node(of, middle, to, depth + 1, features);
        return node;
    }

    private float leaf(int[] of, int from, int to) {
        double g = 0;
        double h = SHRINKAGE;
        for (int i = from; i < to; i++) {
            g += gradient[of[i]];
            h += curvature[of[i]];
        }
        return OddsTree.rounded(-rate * g / h);
    }

    /** Groups in the order of what they tell, cut in two where that gains most; by Fisher (1958) no other cut gains more. */
    private Split best(int f, int[] of, int from, int to) {
        Histogram sums = histogram(rows.groups()[f], of, from, to);
        double allG = Arrays.stream(sums.gradient).sum();
        double allH = Arrays.stream(sums.curvature).sum();
        int[] order = new int[Groups.MAX];
        double[] told = new double[Groups.MAX];
        int n = 0;
        for (int group = 0; group < Groups.MAX; group++) {
            if (sums.curvature[group] > 0) {
                told[group] = sums.gradient[group] / (sums.curvature[group] + SHRINKAGE);
                int at = n++;
                for (; at > 0 && told[order[at - 1]] > told[group]; at--) {
                    order[at] = order[at - 1];
                }
                order[at] = group;
            }
        }
        Split best = new Split(f, 0, 0);
        double g = 0;
        double h = 0;
        long groups = 0;
        for (int i = 0; i + 1 < n; i++) {
            g += sums.gradient[order[i]];
            h += sums.curvature[order[i]];
            groups |= 1L << order[i];
            double gain = score(g, h) + score(allG - g, allH - h) - score(allG, allH);
            best = gain > best.gain ? new Split(f, groups, gain) : best;
        }
        return best;
    }

    private static double score(double g, double h) {
        return g * g / (h + SHRINKAGE);
    }

    private Histogram histogram(byte[] groups, int[] of, int from, int to) {
        Histogram sums = new Histogram();
        for (int i = from; i < to; i++) {
            int row = of[i];
            sums.gradient[groups[row]] += gradient[row];
            sums.curvature[groups[row]] += curvature[row];
        }
        return sums;
    }

    /** True if k families of learned rows are among them, and k of drawn ones. */
    private boolean hasFamilies(int[] of, int from, int to) {
        stamp++;
        int learned = 0;
        int drawn = 0;
        for (int i = from; i < to && (learned < k || drawn < k); i++) {
            int family = rows.family()[of[i]];
            if (lastSeen[family] != stamp) {
                lastSeen[family] = stamp;
                learned += rows.isReal(of[i]) ? 1 : 0;
                drawn += rows.isReal(of[i]) ? 0 : 1;
            }
        }
        return learned >= k && drawn >= k;
    }
}
