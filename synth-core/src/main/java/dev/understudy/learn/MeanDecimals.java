package dev.understudy.learn;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Decimals that the mean of a family's numbers has beyond theirs: of small whole numbers, a mean without any would say little, and
 * one row of 200 that is closed on one more day moves it by little.
 */
final class MeanDecimals {
    /** Numbers that spread less than this have means with decimals. */
    private static final double SMALL = 100;

    private static final int LEAST = 2;
    private static final int MOST = 4;
    /** Share of the different means that are told apart. */
    private static final double ENOUGH = 0.9;

    private MeanDecimals() {}

    /**
     * No more than tell families apart, and than one row moves the mean by.
     *
     * @param families means of the same numbers
     * @param owned    children of all families, also those without a number
     */
    static int of(long[] numbers, BitSet missing, FamilyMeans families, long owned) {
        if (!(spread(numbers, missing) < SMALL)) {
            return 0;
        }
        double[] means = families.all();
        int ofOne = (int) Math.ceil(Math.log10((double) Math.max(1, owned) / Math.max(1, means.length)));
        int decimals = LEAST;
        long different = Arrays.stream(means).distinct().count();
        while (decimals < Math.min(MOST, ofOne) && apart(means, decimals) < ENOUGH * different) {
            decimals++;
        }
        return decimals;
    }

    private static long apart(double[] means, int decimals) {
        double unit = Math.pow(10, decimals);
        return Arrays.stream(means)
                .map(mean -> Math.rint(mean * unit))
                .distinct()
                .count();
    }

    private static double spread(long[] numbers, BitSet missing) {
        double n = 0;
        double sum = 0;
        double squares = 0;
        for (int row = 0; row < numbers.length; row++) {
            if (!missing.get(row)) {
                double value = numbers[row];
                n++;
                sum += value;
                squares += value * value;
            }
        }
        return n == 0 ? 0 : Math.sqrt(Math.max(0, squares / n - sum / n * (sum / n)));
    }
}
