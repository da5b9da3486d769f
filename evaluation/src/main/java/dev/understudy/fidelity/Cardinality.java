package dev.understudy.fidelity;

import dev.understudy.compare.ComparedLink;
import dev.understudy.compare.Side;
import java.util.Arrays;

/** Whether parents have as many children: 1 − KS of children per parent, zeros included. */
public final class Cardinality {
    private Cardinality() {}

    public static double of(ComparedLink link) {
        return 1 - Distances.kolmogorovSmirnov(counts(link, Side.REAL), counts(link, Side.SYNTHETIC));
    }

    private static double[] counts(ComparedLink link, Side side) {
        return Arrays.stream(link.fanOut(side)).asDoubleStream().toArray();
    }
}
