package dev.understudy.privacy;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How much of a family stands in another one cell by cell: the sum of the weights of features in which both are equal. A value
 * weighs the more the fewer reference families have it, so that zeros say nothing and an exact odd total says much. Finds near
 * copies that no distance finds, because what was redrawn lies far.
 */
final class SharedCells {
    private final double[][] cells;
    private final float[][] weights;

    /** @param reference families by which values are weighed */
    SharedCells(double[][] values, int[] families, int[] reference) {
        cells = rows(values, families);
        weights = new float[families.length][values.length];
        for (int f = 0; f < values.length; f++) {
            double[] of = values[f];
            double[] sorted = Arrays.stream(reference)
                    .mapToDouble(family -> of[family])
                    .sorted()
                    .toArray();
            for (int i = 0; i < families.length; i++) {
                int same = count(sorted, cells[i][f]);
                weights[i][f] = (float) Math.log((sorted.length + 1.0) / (same + 1.0));
            }
        }
    }

    private static double[][] rows(double[][] values, int[] families) {
        double[][] rows = new double[families.length][values.length];
        for (int i = 0; i < families.length; i++) {
            for (int f = 0; f < values.length; f++) {
                rows[i][f] = values[f][families[i]];
            }
        }
        return rows;
    }

    private static int count(double[] sorted, double value) {
        if (Double.isNaN(value)) {
            return sorted.length;
        }
        return bound(sorted, value, true) - bound(sorted, value, false);
    }

    private static int bound(double[] sorted, double value, boolean after) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            // NaN stands last, and no value is beyond it.
            if (sorted[middle] < value || after && sorted[middle] == value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Per family the most that it shares with one of some others; 0 if there are none. In parallel. */
    double[] most(double[][] values, int[] families) {
        double[][] others = rows(values, families);
        double[] most = new double[cells.length];
        IntStream.range(0, cells.length).parallel().forEach(i -> {
            double[] own = cells[i];
            float[] weight = weights[i];
            for (double[] other : others) {
                float shared = 0;
                for (int f = 0; f < own.length; f++) {
                    shared += own[f] == other[f] ? weight[f] : 0;
                }
                most[i] = Math.max(most[i], shared);
            }
        });
        return most;
    }
}
