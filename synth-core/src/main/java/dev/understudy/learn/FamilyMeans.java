package dev.understudy.learn;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * What the numbers of each family amount to.
 *
 * @param sums   per row of the parent
 * @param counts per row of the parent, how many children have a number
 */
record FamilyMeans(double[] sums, int[] counts) {

    /** @param owner row of the parent of each number, or -1 @param owners rows of the parent */
    static FamilyMeans of(long[] numbers, BitSet without, int[] owner, int owners) {
        double[] sums = new double[owners];
        int[] counts = new int[owners];
        for (int row = 0; row < owner.length; row++) {
            if (owner[row] >= 0 && !without.get(row)) {
                sums[owner[row]] += numbers[row];
                counts[owner[row]]++;
            }
        }
        return new FamilyMeans(sums, counts);
    }

    boolean has(int parent) {
        return counts[parent] > 0;
    }

    /** Of a family that {@link #has} numbers. */
    double mean(int parent) {
        return sums[parent] / counts[parent];
    }

    /** Means of all families that have any. */
    double[] all() {
        return IntStream.range(0, counts.length)
                .filter(this::has)
                .mapToDouble(this::mean)
                .toArray();
    }
}
