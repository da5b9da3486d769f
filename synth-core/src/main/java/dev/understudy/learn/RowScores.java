package dev.understudy.learn;

import java.util.Arrays;
import java.util.BitSet;

/** Numbers in place of values, by which groups of rows can be compared. */
final class RowScores {
    private static final int ROUNDS = 20;

    private RowScores() {}

    /** Middle ranks of numbers, -0.5 to 0.5, so that no few large ones decide; NaN where missing. */
    static double[] ranks(long[] values, BitSet missing) {
        long[] sorted = new long[values.length];
        int n = 0;
        for (int row = 0; row < values.length; row++) {
            if (!missing.get(row)) {
                sorted[n++] = values[row];
            }
        }
        Arrays.sort(sorted, 0, n);
        double[] ranks = new double[values.length];
        for (int row = 0; row < ranks.length; row++) {
            ranks[row] = missing.get(row)
                    ? Double.NaN
                    : (first(sorted, n, values[row]) + first(sorted, n, values[row] + 1)) / 2.0 / n - 0.5;
        }
        return ranks;
    }

    /** How many of the sorted numbers are below one. */
    private static int first(long[] sorted, int n, long value) {
        int low = 0;
        int high = n;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * Scores of categories by which groups differ most: the first axis of correspondence analysis, by reciprocal averaging.
     *
     * <p>Source: Hill (1974), Correspondence analysis: a neglected multivariate method.
     *
     * @param codes  category of each row
     * @param count  how many categories there are
     * @param group  group of each row, negative for none
     * @param groups how many groups there are
     * @return score of each row's category; NaN for rows without a group
     */
    static double[] of(short[] codes, int count, int[] group, int groups) {
        double[] ofCode = new double[count];
        double[] rowsOfCode = new double[count];
        double[] rowsOfGroup = new double[groups];
        for (int row = 0; row < codes.length; row++) {
            if (group[row] >= 0) {
                rowsOfCode[codes[row]]++;
                rowsOfGroup[group[row]]++;
            }
        }
        for (int code = 0; code < count; code++) {
            ofCode[code] = code % 2 == 0 ? code : -code;
        }
        for (int round = 0; round < ROUNDS; round++) {
            standardize(ofCode, rowsOfCode);
            double[] ofGroup = new double[groups];
            for (int row = 0; row < codes.length; row++) {
                if (group[row] >= 0) {
                    ofGroup[group[row]] += ofCode[codes[row]] / rowsOfGroup[group[row]];
                }
            }
            double[] next = new double[count];
            for (int row = 0; row < codes.length; row++) {
                if (group[row] >= 0) {
                    next[codes[row]] += ofGroup[group[row]] / rowsOfCode[codes[row]];
                }
            }
            ofCode = next;
        }
        standardize(ofCode, rowsOfCode);
        double[] scores = new double[codes.length];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = group[row] < 0 ? Double.NaN : ofCode[codes[row]];
        }
        return scores;
    }

    private static void standardize(double[] scores, double[] weights) {
        double n = Arrays.stream(weights).sum();
        double mean = 0;
        for (int i = 0; i < scores.length; i++) {
            mean += n == 0 ? 0 : scores[i] * weights[i] / n;
        }
        double squares = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] -= mean;
            squares += n == 0 ? 0 : scores[i] * scores[i] * weights[i] / n;
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] = squares > 0 ? scores[i] / Math.sqrt(squares) : 0;
        }
    }
}
