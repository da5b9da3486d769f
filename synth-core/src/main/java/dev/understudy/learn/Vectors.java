package dev.understudy.learn;

import java.util.Arrays;

/** Sums over numbers of the same rows. All O(length). */
final class Vectors {
    private Vectors() {}

    static double[] centered(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(value -> value - mean).toArray();
    }

    static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Leaves of a vector what stands at right angles to a direction. */
    static void takeOut(double[] direction, double[] from) {
        double factor = product(direction, from) / product(direction, direction);
        for (int i = 0; i < from.length; i++) {
            from[i] -= factor * direction[i];
        }
    }

    static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    static double variation(double[] values) {
        return together(values, values);
    }

    static double together(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum;
    }
}
