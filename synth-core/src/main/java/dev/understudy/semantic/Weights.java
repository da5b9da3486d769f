package dev.understudy.semantic;

import java.util.List;

/** Picks positions in proportion to small whole weights. */
final class Weights {
    private final int[] upTo;

    Weights(List<Integer> weights) {
        upTo = new int[weights.size()];
        int sum = 0;
        for (int i = 0; i < upTo.length; i++) {
            sum += Math.max(1, weights.get(i));
            upTo[i] = sum;
        }
    }

    /** @param unit uniform in [0, 1) */
    int pick(double unit) {
        double at = unit * upTo[upTo.length - 1];
        int i = 0;
        while (at >= upTo[i]) {
            i++;
        }
        return i;
    }
}
