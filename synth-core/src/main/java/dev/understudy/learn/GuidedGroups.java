package dev.understudy.learn;

import dev.understudy.encode.Groups;
import java.util.Arrays;
import java.util.Optional;

/**
 * Groups the many codes of a column by what another column is like where they occur, so that a tree can tell which of 300
 * dates were holidays, or which of 1,000 articles are dear, though it sees 64 groups.
 *
 * <p>Codes stand in the order of their mean class of the outcome (of the leading direction of its classes, if those have
 * no order), few rows shrunk towards the mean of all, and neighbours that are most alike are put together. Source: Fisher
 * (1958), On grouping for maximum homogeneity; Micci-Barreca (2001) for the shrinkage.
 */
final class GuidedGroups {
    /** Rows' weight of the mean of all in the mean of a code. */
    private static final double SHRUNK = 10;

    private static final int CLASSES = Screening.CLASSES;
    private static final int ROUNDS = 12;
    /** What it must tell more than the common groups do, on families that it was not made from. */
    private static final double BETTER = 1.05;

    private static final double BETTER_NATS = 0.01;
    /** Or what of the outcome it may leave open, as a part of what the common groups leave: a rare day may decide all. */
    private static final double LEFT_OPEN = 0.9;
    /** Nats over all rows below which that is chance. */
    private static final double CHANCE = 40;

    private GuidedGroups() {}

    /**
     * The groups, if they tell more of the outcome than the common ones of the column. Time O(rows + codes × classes).
     *
     * @param codes  code of the column in each row, 0 for none
     * @param size   codes are below this
     * @param common common group of each row
     */
    static Optional<Groups> of(short[] codes, int size, byte[] common, Outcomes outcomes) {
        byte[] classes = Screening.classes(outcomes);
        boolean[] tested = new boolean[codes.length];
        for (int row = 0; row < tested.length; row++) {
            // The low bits of a family's number choose nothing else.
            tested[row] = (outcomes.family()[row] * 0x9E3779B97F4A7C15L >>> 40 & 1) == 0;
        }
        int[] held = rows(tested);
        Groups tried = groups(codes, size, classes, tested, outcomes.isOrdered());
        byte[] guided = tried.of(codes);
        byte[] ofHeld = new byte[held.length];
        for (int i = 0; i < held.length; i++) {
            ofHeld[i] = classes[held[i]];
        }
        double plain = Screening.mutualInformation(common, Groups.MAX, ofHeld, held);
        double told = Screening.mutualInformation(guided, Groups.MAX, ofHeld, held);
        if (told < BETTER * plain + BETTER_NATS && !leavesLess(told, plain, ofHeld)) {
            return Optional.empty();
        }
        return Optional.of(groups(codes, size, classes, new boolean[codes.length], outcomes.isOrdered()));
    }

    /** Whether enough of what the common groups leave open is told. @param told in nats a row, as {@code plain} */
    private static boolean leavesLess(double told, double plain, byte[] classes) {
        int[] counts = new int[CLASSES];
        for (byte c : classes) {
            counts[c]++;
        }
        double all = Screening.nLogN(classes.length);
        for (int n : counts) {
            all -= Screening.nLogN(n);
        }
        double entropy = all / Math.max(1, classes.length);
        return entropy - told < LEFT_OPEN * (entropy - plain) && (told - plain) * classes.length > CHANCE;
    }

    private static int[] rows(boolean[] which) {
        int[] rows = new int[which.length];
        int n = 0;
        for (int row = 0; row < which.length; row++) {
            rows[n] = row;
            n += which[row] ? 1 : 0;
        }
        return Arrays.copyOf(rows, n);
    }

    private static Groups groups(short[] codes, int size, byte[] classes, boolean[] left, boolean ordered) {
        int[][] counts = new int[size][CLASSES];
        long[] weights = new long[size];
        for (int row = 0; row < codes.length; row++) {
            if (!left[row]) {
                counts[codes[row] & 0xFFFF][classes[row]]++;
                weights[codes[row] & 0xFFFF]++;
            }
        }
        double[] scores = scores(counts, weights, ordered);
        Integer[] order = new Integer[size - 1];
        Arrays.setAll(order, i -> i + 1);
        Arrays.sort(order, (a, b) -> Double.compare(scores[a], scores[b]));
        int[][] inOrder = new int[order.length][];
        for (int i = 0; i < order.length; i++) {
            inOrder[i] = counts[order[i]];
        }
        int[] groupOf = AlikeNeighbours.merged(inOrder, Groups.MAX - 1);
        byte[] of = new byte[size];
        int count = 1;
        for (int i = 0; i < order.length; i++) {
            of[order[i]] = (byte) (groupOf[i] + 1);
            count = Math.max(count, groupOf[i] + 2);
        }
        return new Groups(of, count);
    }

    private static double[] scores(int[][] counts, long[] weights, boolean ordered) {
        double[] mean = new double[CLASSES];
        double all = 0;
        for (int[] ofCode : counts) {
            for (int c = 0; c < CLASSES; c++) {
                mean[c] += ofCode[c];
                all += ofCode[c];
            }
        }
        for (int c = 0; c < CLASSES; c++) {
            mean[c] /= Math.max(1, all);
        }
        double[][] shares = new double[counts.length][CLASSES];
        for (int code = 1; code < counts.length; code++) {
            for (int c = 0; c < CLASSES; c++) {
                shares[code][c] = (counts[code][c] - weights[code] * mean[c]) / (weights[code] + SHRUNK);
            }
        }
        double[] direction = ordered ? ranks() : leading(shares, weights);
        double[] scores = new double[counts.length];
        for (int code = 1; code < counts.length; code++) {
            for (int c = 0; c < CLASSES; c++) {
                scores[code] += shares[code][c] * direction[c];
            }
        }
        return scores;
    }

    private static double[] ranks() {
        double[] ranks = new double[CLASSES];
        Arrays.setAll(ranks, c -> c);
        return ranks;
    }

    /** The direction in which the shares of the classes differ most, by power iteration. */
    private static double[] leading(double[][] shares, long[] weights) {
        double[] direction = new double[CLASSES];
        for (int c = 0; c < CLASSES; c++) {
            direction[c] = 1.0 / (c + 1);
        }
        for (int round = 0; round < ROUNDS; round++) {
            double[] next = new double[CLASSES];
            double length = 0;
            for (int code = 1; code < shares.length; code++) {
                double along = 0;
                for (int c = 0; c < CLASSES; c++) {
                    along += shares[code][c] * direction[c];
                }
                for (int c = 0; c < CLASSES; c++) {
                    next[c] += weights[code] * along * shares[code][c];
                }
            }
            for (double part : next) {
                length += part * part;
            }
            if (length == 0) {
                return direction;
            }
            for (int c = 0; c < CLASSES; c++) {
                direction[c] = next[c] / Math.sqrt(length);
            }
        }
        return direction;
    }
}
