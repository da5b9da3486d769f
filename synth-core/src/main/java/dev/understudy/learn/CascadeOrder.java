package dev.understudy.learn;

import dev.understudy.encode.Groups;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * In which order the columns of a row are drawn: each as the one that what was drawn before tells most about.
 *
 * <p>It begins with the column that tells most about all others, so that what many have in common (how long a player
 * played) is known before what follows from it (how often he was hit). The order is that of Prim's algorithm on the tree
 * of greatest mutual information.
 *
 * <p>Source: Chow, Liu (1968), Approximating discrete probability distributions with dependence trees.
 */
final class CascadeOrder {
    private static final int ROWS = 10_000;

    private CascadeOrder() {}

    /**
     * @param columns columns of one table
     * @param first   how many of them stay where they are, at the front
     * @param after   names of columns that come after others, and of those
     * @return places of the columns in the order in which they are to be drawn; time O(columns² × 10,000)
     */
    static int[] of(List<EncodedColumn> columns, int first, Map<String, String> after) {
        int n = columns.size();
        double[][] tells = information(columns);
        int[] order = new int[n];
        double[] best = new double[n];
        boolean[] taken = new boolean[n];
        BitSet[] parts = Derived.of(columns);
        after.forEach((one, other) -> {
            parts[EncodedColumn.place(columns, other)].clear(EncodedColumn.place(columns, one));
            parts[EncodedColumn.place(columns, one)].set(EncodedColumn.place(columns, other));
        });
        for (int place = 0; place < n; place++) {
            int next = place < first ? place : next(tells, best, taken, parts);
            order[place] = next;
            taken[next] = true;
            for (int c = 0; c < n; c++) {
                best[c] = Math.max(best[c], tells[next][c]);
            }
        }
        return order;
    }

    private static int next(double[][] tells, double[] best, boolean[] taken, BitSet[] parts) {
        boolean begin = Arrays.stream(best).allMatch(score -> score == 0);
        int next = -1;
        boolean nextKnown = false;
        double most = -1;
        for (int c = 0; c < taken.length; c++) {
            double score = begin ? Arrays.stream(tells[c]).sum() : best[c];
            boolean known = parts[c].stream().allMatch(part -> taken[part]);
            // Rows without values can make it look as if each of some columns were to wait for another.
            if (!taken[c] && (known && !nextKnown || known == nextKnown && score > most)) {
                next = c;
                nextKnown = known;
                most = score;
            }
        }
        return next;
    }

    private static double[][] information(List<EncodedColumn> columns) {
        int n = columns.size();
        double[][] tells = new double[n][n];
        if (n == 0) {
            return tells;
        }
        List<byte[]> groups = new ArrayList<>();
        for (EncodedColumn column : columns) {
            groups.add(sample(column));
        }
        for (int a = 0; a < n; a++) {
            for (int b = 0; b < a; b++) {
                tells[a][b] = Math.max(0, information(groups.get(a), groups.get(b)));
                tells[b][a] = tells[a][b];
            }
        }
        return tells;
    }

    private static byte[] sample(EncodedColumn column) {
        int rows = column.codes().length;
        byte[] groups = new byte[Math.min(rows, ROWS)];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = column.group((int) ((long) i * rows / groups.length));
        }
        return groups;
    }

    /** Mutual information in nats, less its bias under independence; see {@link Screening#mutualInformation}. */
    private static double information(byte[] a, byte[] b) {
        int[] joint = new int[Groups.MAX * Groups.MAX];
        int[] ofA = new int[Groups.MAX];
        int[] ofB = new int[Groups.MAX];
        for (int i = 0; i < a.length; i++) {
            joint[a[i] * Groups.MAX + b[i]]++;
            ofA[a[i]]++;
            ofB[b[i]]++;
        }
        int n = Math.max(1, a.length);
        double sum = sum(joint) - sum(ofA) - sum(ofB) + n * Math.log(n);
        return sum / n - (used(ofA) - 1.0) * (used(ofB) - 1.0) / (2.0 * n);
    }

    private static double sum(int[] counts) {
        double sum = 0;
        for (int count : counts) {
            sum += count < 2 ? 0 : count * Math.log(count);
        }
        return sum;
    }

    private static long used(int[] counts) {
        return Arrays.stream(counts).filter(count -> count > 0).count();
    }
}
