package dev.understudy.learn;

import java.util.ArrayList;
import java.util.List;

/**
 * What columns of the row tell of numbers that arrays have, one number an array, so that what is left is chance of the array alone.
 *
 * <p>Additive: the column that tells most of what is left, up to three times. Classes of few rows are drawn towards nothing.
 */
final class RowEffects {
    private static final int CLASSES = 33;
    private static final int MOST = 3;
    /** Rows by which the mean of a class is drawn towards 0. */
    private static final double PRIOR = 4;
    /** Share of the squares that a column must tell beyond what chance would. */
    private static final double LEAST_TOLD = 0.01;

    private final List<int[]> classes = new ArrayList<>();

    /** @param rows of the arrays */
    RowEffects(List<EncodedColumn> columns, int[] rows) {
        for (EncodedColumn column : columns) {
            int[] counts = new int[column.codec().codes()];
            for (int row : rows) {
                counts[column.codes()[row] & 0xFFFF]++;
            }
            byte[] classOf = ClassMap.of(counts, rows.length, column.codec().ordered(), CLASSES);
            int[] byArray = new int[rows.length];
            for (int a = 0; a < rows.length; a++) {
                byArray[a] = classOf[column.codes()[rows[a]] & 0xFFFF];
            }
            classes.add(byArray);
        }
    }

    /** What of the numbers, one an array, no column of the row tells. */
    double[] takenOff(double[] numbers) {
        double[] left = numbers.clone();
        for (int round = 0; round < MOST; round++) {
            double[] best = left;
            double least = (1 - LEAST_TOLD) * squares(left);
            for (int[] byArray : classes) {
                double[] without = without(left, byArray);
                if (squares(without) < least) {
                    least = squares(without);
                    best = without;
                }
            }
            if (best == left) {
                return left;
            }
            left = best;
        }
        return left;
    }

    private static double[] without(double[] numbers, int[] byArray) {
        double[] sums = new double[CLASSES];
        double[] counts = new double[CLASSES];
        for (int a = 0; a < numbers.length; a++) {
            sums[byArray[a]] += numbers[a];
            counts[byArray[a]]++;
        }
        double[] without = numbers.clone();
        for (int a = 0; a < numbers.length; a++) {
            without[a] -= sums[byArray[a]] / (counts[byArray[a]] + PRIOR);
        }
        return without;
    }

    private static double squares(double[] numbers) {
        double sum = 0;
        for (double number : numbers) {
            sum += number * number;
        }
        return sum;
    }
}
