package dev.understudy.learn;

import dev.understudy.encode.SortedLongs;
import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Numbers in place of values, by which groups of rows can be compared. */
final class RowScores {
    private static final int ROUNDS = 20;

    private RowScores() {}

    /** Middle ranks of numbers, -0.5 to 0.5, so that no few large ones decide; NaN where missing. */
    static double[] ranks(long[] values, BitSet missing) {
        long[] present = IntStream.range(0, values.length)
                .filter(row -> !missing.get(row))
                .mapToLong(row -> values[row])
                .sorted()
                .toArray();
        SortedLongs sorted = new SortedLongs(present);
        double[] ranks = new double[values.length];
        for (int row = 0; row < ranks.length; row++) {
            ranks[row] = missing.get(row)
                    ? Double.NaN
                    : (sorted.below(values[row]) + sorted.upTo(values[row])) / 2.0 / present.length - 0.5;
        }
        return ranks;
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
