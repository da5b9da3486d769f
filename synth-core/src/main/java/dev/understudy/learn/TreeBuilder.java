package dev.understudy.learn;

import dev.understudy.model.Tree;
import java.util.Arrays;

/** The nodes of a tree while it grows, and its leaves while they are filled. Not for several threads. */
final class TreeBuilder {
    private int[] feature = new int[64];
    private long[] mask = new long[64];
    private int[] left = new int[64];
    private int[] right = new int[64];
    private int nodes;
    private int[] starts = new int[64];
    private int leaves;
    private short[] codes = new short[1024];
    private short[] cumulative = new short[1024];
    private int entries;

    /** A node that is a leaf until it is split. */
    int addNode() {
        if (nodes == feature.length) {
            feature = Arrays.copyOf(feature, 2 * nodes);
            mask = Arrays.copyOf(mask, 2 * nodes);
            left = Arrays.copyOf(left, 2 * nodes);
            right = Arrays.copyOf(right, 2 * nodes);
        }
        feature[nodes] = -1;
        return nodes++;
    }

    void split(int node, int byFeature, long groupsLeft, int leftNode, int rightNode) {
        feature[node] = byFeature;
        mask[node] = groupsLeft;
        left[node] = leftNode;
        right[node] = rightNode;
    }

    boolean isLeaf(int node) {
        return feature[node] < 0;
    }

    int feature(int node) {
        return feature[node];
    }

    long mask(int node) {
        return mask[node];
    }

    int left(int node) {
        return left[node];
    }

    int right(int node) {
        return right[node];
    }

    /** Begins the distribution of a leaf; entries follow. */
    void beginLeaf(int node) {
        if (leaves + 2 > starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
        }
        left[node] = leaves;
        right[node] = 0;
        starts[leaves++] = entries;
    }

    void entry(int code, int upTo) {
        if (entries == codes.length) {
            codes = Arrays.copyOf(codes, 2 * entries);
            cumulative = Arrays.copyOf(cumulative, 2 * entries);
        }
        codes[entries] = (short) code;
        cumulative[entries++] = (short) upTo;
    }

    Tree build() {
        starts[leaves] = entries;
        return new Tree(
                Arrays.copyOf(feature, nodes),
                Arrays.copyOf(mask, nodes),
                Arrays.copyOf(left, nodes),
                Arrays.copyOf(right, nodes),
                Arrays.copyOf(starts, leaves + 1),
                Arrays.copyOf(codes, entries),
                Arrays.copyOf(cumulative, entries));
    }
}
