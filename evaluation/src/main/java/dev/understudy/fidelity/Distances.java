package dev.understudy.fidelity;

import java.util.Arrays;

/** Distances between two samples, in [0, 1]; missing values (NaN) belong to neither sample. */
public final class Distances {
    private Distances() {}

    /**
     * Largest vertical gap between two empirical distribution functions; ties count on both sides. 0 if a sample is empty
     * and the other is too, 1 if only one is.
     *
     * <p>Time O((n + m) log(n + m)); both arrays are left as they were.
     *
     * <p>Source: Massey (1951), The Kolmogorov-Smirnov test for goodness of fit, JASA 46, 68-78.
     */
    public static double kolmogorovSmirnov(double[] first, double[] second) {
        double[] a = sorted(first);
        double[] b = sorted(second);
        if (a.length == 0 || b.length == 0) {
            return a.length == b.length ? 0 : 1;
        }
        double most = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            double at = Math.min(a[i], b[j]);
            while (i < a.length && a[i] == at) {
                i++;
            }
            while (j < b.length && b[j] == at) {
                j++;
            }
            most = Math.max(most, Math.abs((double) i / a.length - (double) j / b.length));
        }
        return most;
    }

    private static double[] sorted(double[] values) {
        double[] present = Arrays.stream(values).filter(v -> !Double.isNaN(v)).toArray();
        Arrays.sort(present);
        return present;
    }

    /** Half the sum of absolute differences of two histograms after each is scaled to sum to one. */
    public static double totalVariation(double[] first, double[] second) {
        double a = Arrays.stream(first).sum();
        double b = Arrays.stream(second).sum();
        if (a == 0 || b == 0) {
            return a == b ? 0 : 1;
        }
        double sum = 0;
        for (int i = 0; i < first.length; i++) {
            sum += Math.abs(first[i] / a - second[i] / b);
        }
        return sum / 2;
    }

    /** Pearson's correlation over places where both have a value; NaN if one side does not vary. */
    public static double correlation(double[] x, double[] y) {
        double n = 0;
        double sumX = 0;
        double sumY = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                n++;
                sumX += x[i];
                sumY += y[i];
            }
        }
        double meanX = sumX / n;
        double meanY = sumY / n;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                double dx = x[i] - meanX;
                double dy = y[i] - meanY;
                xx += dx * dx;
                yy += dy * dy;
                xy += dx * dy;
            }
        }
        return n < 2 || xx == 0 || yy == 0 ? Double.NaN : xy / Math.sqrt(xx * yy);
    }
}
