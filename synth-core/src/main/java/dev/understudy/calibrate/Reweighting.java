package dev.understudy.calibrate;

import dev.understudy.model.Forest;
import dev.understudy.model.LeafWeights;
import dev.understudy.model.Marginal;

/**
 * Weights for the codes of one forest, by which its leaves draw what was drawn too rarely more often. Codes that have an order are
 * weighted together with their neighbours until many draws are expected of them, so that the chance of the trial is not
 * learned.
 */
final class Reweighting {
    /** Fewest draws by which anything is corrected. */
    private static final long FEWEST_DRAWS = 500;

    /** Draws that neighbours are expected to have together. */
    private static final double EXPECTED = 400;

    /** Part of a difference that one trial corrects: some of it vanishes when what comes before is corrected. */
    private static final double CORRECTED = 0.7;

    private static final double LEAST = 0.8;
    private static final double MOST = 1.25;

    private final double[] weights;
    private final double error;

    /** @param drawn how often each code was drawn */
    Reweighting(Marginal marginal, long[] drawn) {
        int size = drawn.length;
        weights = new double[size];
        long n = 0;
        for (long count : drawn) {
            n += count;
        }
        double off = 0;
        double expected = 0;
        double had = 0;
        int from = 0;
        for (int code = 0; code < size; code++) {
            double share = marginal.shares()[code];
            expected += n * share;
            had += drawn[code];
            boolean neighbours = code >= 1 && code + 1 < marginal.ordered();
            if (neighbours && expected < EXPECTED) {
                continue;
            }
            double weight = n < FEWEST_DRAWS ? 1 : weight(expected, had);
            for (; from <= code; from++) {
                weights[from] = weight;
            }
            off += Math.abs(expected - had);
            expected = 0;
            had = 0;
        }
        error = n == 0 ? 0 : off / n / 2;
    }

    /** Towards what is expected, as far as chance does not explain the difference. */
    private static double weight(double expected, double had) {
        double difference = expected - had;
        double chance = expected + had;
        double known = chance == 0 ? 0 : difference * difference / (difference * difference + chance);
        double ratio = had == 0 ? MOST : expected / had;
        return Math.max(LEAST, Math.min(MOST, 1 + CORRECTED * known * (ratio - 1)));
    }

    /** Total variation between what was drawn and what was expected, 0 to 1. */
    double error() {
        return error;
    }

    Forest of(Forest forest) {
        return LeafWeights.of(forest, weights);
    }
}
