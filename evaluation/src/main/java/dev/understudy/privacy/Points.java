package dev.understudy.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Families as points with distances. Numbers are centred, scaled by their quartiles and compressed at both ends, so that an
 * outlier stays far without drowning everything else; labels differ or do not.
 */
final class Points {
    private final float[][] numbers;
    private final double[][] labels;

    private Points(float[][] numbers, double[][] labels) {
        this.numbers = numbers;
        this.labels = labels;
    }

    /** Centre and scale of each feature, from the families that choose them. */
    static final class Scale {
        private final boolean[] category;
        private final double[] centre;
        private final double[] width;

        /** @param chosen families that the scale is taken from */
        Scale(List<FamilyFeature> features, double[][] values, int[] chosen) {
            int n = features.size();
            category = new boolean[n];
            centre = new double[n];
            width = new double[n];
            for (int f = 0; f < n; f++) {
                category[f] = features.get(f).isCategory();
                double[] of = values[f];
                double[] sorted = Arrays.stream(chosen)
                        .mapToDouble(family -> of[family])
                        .filter(value -> !Double.isNaN(value))
                        .sorted()
                        .toArray();
                if (!category[f] && sorted.length > 0) {
                    centre[f] = sorted[sorted.length / 2];
                    double quartiles = sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4];
                    double range = sorted[sorted.length - 1] - sorted[0];
                    width[f] = quartiles > 0 ? quartiles / 1.349 : range > 0 ? range / 4 : 1;
                }
            }
        }

        /** @param used features that count; the others are left out */
        Points points(double[][] values, int[] families, int[] used) {
            int[] numeric = Arrays.stream(used).filter(f -> !category[f]).toArray();
            int[] nominal = Arrays.stream(used).filter(f -> category[f]).toArray();
            float[][] numbers = new float[families.length][numeric.length];
            double[][] labels = new double[families.length][nominal.length];
            for (int i = 0; i < families.length; i++) {
                for (int f = 0; f < numeric.length; f++) {
                    double z = (values[numeric[f]][families[i]] - centre[numeric[f]]) / width[numeric[f]];
                    numbers[i][f] = (float) asinh(z);
                }
                for (int f = 0; f < nominal.length; f++) {
                    labels[i][f] = values[nominal[f]][families[i]];
                }
            }
            return new Points(numbers, labels);
        }

        Points points(double[][] values, int[] families) {
            return points(values, families, IntStream.range(0, category.length).toArray());
        }

        private static double asinh(double z) {
            return Math.signum(z) * Math.log(Math.abs(z) + Math.sqrt(z * z + 1));
        }
    }

    int size() {
        return numbers.length;
    }

    /**
     * Sum over features of differences (numbers) and ones (labels, or a value on one side only). May return any number
     * beyond {@code enough} as soon as it is reached.
     */
    double distance(int i, Points other, int j, double enough) {
        double sum = 0;
        double[] a = labels[i];
        double[] b = other.labels[j];
        for (int f = 0; f < a.length; f++) {
            sum += a[f] == b[f] || Double.isNaN(a[f]) && Double.isNaN(b[f]) ? 0 : 1;
        }
        float[] x = numbers[i];
        float[] y = other.numbers[j];
        for (int f = 0; f < x.length; f++) {
            float difference = Math.abs(x[f] - y[f]);
            if (difference == difference) {
                sum += difference;
            } else if (Float.isNaN(x[f]) != Float.isNaN(y[f])) {
                sum++;
            }
            if (sum > enough) {
                return sum;
            }
        }
        return sum;
    }
}
