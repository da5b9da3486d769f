package dev.understudy.privacy;

import org.apache.commons.math3.distribution.HypergeometricDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;

/** Small tests and intervals on counts. */
final class Odds {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    /** Of a 95 % interval. */
    static final double TWO_SIDED = 1.959964;

    private Odds() {}

    /**
     * Fisher's exact test, one-sided: the chance of at least {@code hits} among {@code n}, if {@code otherHits} among
     * {@code otherN} come from the same rate.
     */
    static double fisher(int hits, int n, int otherHits, int otherN) {
        if (hits + otherHits == 0 || n == 0 || otherN == 0) {
            return 1;
        }
        return new HypergeometricDistribution(null, n + otherN, hits + otherHits, n).upperCumulativeProbability(hits);
    }

    /** Chance that a normal number lies above {@code z}. */
    static double above(double z) {
        return Double.isNaN(z) ? 1 : 1 - NORMAL.cumulativeProbability(z);
    }

    /** The point above which a normal number lies with a chance. */
    static double pointAbove(double chance) {
        return NORMAL.inverseCumulativeProbability(1 - chance);
    }

    /** Middle of Wilson's 95 % interval of a rate. Source: Wilson (1927), JASA 22, 209-212. */
    static double wilsonMiddle(double hits, double n) {
        double z2 = TWO_SIDED * TWO_SIDED;
        return (hits + z2 / 2) / (n + z2);
    }

    /** Half the width of that interval. */
    static double wilsonHalf(double hits, double n) {
        double z2 = TWO_SIDED * TWO_SIDED;
        return TWO_SIDED / (n + z2) * Math.sqrt(hits * (n - hits) / n + z2 / 4);
    }
}
