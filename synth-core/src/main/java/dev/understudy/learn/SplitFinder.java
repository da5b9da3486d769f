package dev.understudy.learn;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the best split of the rows of a node: the feature and the 64-bit mask of groups going left that raise the
 * multinomial log-likelihood of the outcome most, the outcome folded into a few classes as seen from this node.
 *
 * <p>Time O(rows × features + features × 64 × classes). Buffers are reused; one finder per thread.
 */
final class SplitFinder {
    private static final int CLASSES = 12;
    private static final int CELLS = 64 * CLASSES;
    /** Rows through which a large node is looked at first. */
    private static final int SAMPLE = 2048;
    /** Features that are counted over all rows of a large node. */
    private static final int IN_FULL = 8;
    /** Features that are looked at below a small node. */
    private static final int BELOW = 12;

    /**
     * What any set of single values must gain more than the best cut of their order, in nats: so much comes of chance, as
     * there are so many sets.
     */
    private static final double LEAST_MORE = 10;

    private static final double MORE_EACH = 0.5;
    private static final int FEWEST_SINGLE = 4;

    private static final double[] N_LOG_N = new double[1 << 14];

    static {
        for (int n = 2; n < N_LOG_N.length; n++) {
            N_LOG_N[n] = n * Math.log(n);
        }
    }

    private final List<Candidate> candidates;
    private final Outcomes outcomes;
    /** Two halves, filled in turn and then added: rows of one cell in a row would wait for each other. */
    private final int[] histogram = new int[2 * CELLS];

    private final int[] groupTotal = new int[64];
    private final int[] left = new int[CLASSES];
    private final int[] all = new int[CLASSES];
    private final int[] order = new int[64];
    private final double[] score = new double[64];
    private byte[] classOfRow = new byte[1024];
    /** Classes that occur in the node are below this. */
    private int classes;

    SplitFinder(List<Candidate> candidates, Outcomes outcomes) {
        this.candidates = candidates;
        this.outcomes = outcomes;
    }

    /** A split and what it gains, in nats. */
    record Split(int feature, long mask, double gain) {
        static final Split NONE = new Split(-1, 0, 0);
    }

    /**
     * The best split of a node by the given features, and which of them are worth a look below it.
     *
     * <p>A large node is first looked at through some of its rows, by all features; only the most telling ones are then
     * counted in full. A node of few rows passes its most telling features down: what tells nothing there will hardly tell
     * more further down.
     *
     * @param splits   the best one of each feature, the best first; only those that gain anything
     * @param features for the nodes below
     */
    record Found(List<Split> splits, int[] features) {}

    /**
     * @param rows     row numbers; those from..to-1 are the node
     * @param counts   occurrences of each code in the node
     * @param least    fewest rows of each side
     * @param features features to look at
     */
    Found best(int[] rows, int from, int to, int[] counts, int least, int[] features) {
        int n = to - from;
        if (classOfRow.length < n) {
            classOfRow = new byte[n + n / 2];
        }
        byte[] classOf = ClassMap.of(counts, n, outcomes.isOrdered(), CLASSES);
        if (n <= SAMPLE) {
            return small(rows, from, n, classOf, least, features);
        }
        int[] looked = features;
        if (features.length > IN_FULL) {
            int[] some = FirstLook.rows(outcomes, rows, from, n, counts, SAMPLE);
            Split[] guessed = splits(some, 0, SAMPLE, classOf, Math.max(1, least * SAMPLE / n), features);
            looked = featuresOf(leading(guessed), IN_FULL);
        }
        return new Found(leading(splits(rows, from, n, classOf, least, looked)), features);
    }

    private Found small(int[] rows, int from, int n, byte[] classOf, int least, int[] features) {
        Split[] splits = splits(rows, from, n, classOf, least, features);
        List<Split> leading = leading(splits);
        return new Found(leading, features.length > BELOW ? featuresOf(leading, BELOW) : features);
    }

    private Split[] splits(int[] rows, int from, int n, byte[] classOf, int least, int[] features) {
        Arrays.fill(all, 0);
        for (int i = 0; i < n; i++) {
            classOfRow[i] = classOf[outcomes.code(rows[from + i])];
            all[classOfRow[i]]++;
        }
        classes = CLASSES;
        while (classes > 1 && all[classes - 1] == 0) {
            classes--;
        }
        double whole = likelihood(all, n);
        Split[] splits = new Split[features.length];
        for (int i = 0; i < splits.length; i++) {
            splits[i] = bestOf(features[i], rows, from, n, whole, least);
        }
        return splits;
    }

    /** Those that gain anything, the best first. */
    private static List<Split> leading(Split[] splits) {
        return Arrays.stream(splits)
                .filter(split -> split.gain > 0)
                .sorted(Comparator.comparingDouble(split -> -split.gain))
                .toList();
    }

    private static int[] featuresOf(List<Split> splits, int most) {
        return splits.stream().limit(most).mapToInt(Split::feature).toArray();
    }

    private Split bestOf(int f, int[] rows, int from, int n, double whole, int least) {
        Candidate candidate = candidates.get(f);
        int groups = candidate.count();
        count(candidate.groups(), groups, rows, from, n);
        int present = 0;
        for (int g = 0; g < groups; g++) {
            int total = 0;
            for (int c = 0; c < classes; c++) {
                total += histogram[g * CLASSES + c];
            }
            groupTotal[g] = total;
            if (total > 0) {
                order[present++] = g;
            }
        }
        if (present < 2) {
            return Split.NONE;
        }
        boolean ordered = candidate.ordered();
        if (!ordered && present > 2) {
            sortByOutcome(present);
        }
        Split split = scan(f, ordered, present, n, whole, least);
        if (!ordered || !candidate.single() || present < FEWEST_SINGLE) {
            return split;
        }
        sortByOutcome(present);
        Split apart = scan(f, false, present, n, whole, least);
        return apart.gain > split.gain + LEAST_MORE + MORE_EACH * present ? apart : split;
    }

    private void count(byte[] groupOf, int groups, int[] rows, int from, int n) {
        int[] counts = histogram;
        byte[] classOf = classOfRow;
        int cells = groups * CLASSES;
        Arrays.fill(counts, 0, cells, 0);
        Arrays.fill(counts, CELLS, CELLS + cells, 0);
        int i = 0;
        for (; i + 1 < n; i += 2) {
            counts[groupOf[rows[from + i]] * CLASSES + classOf[i]]++;
            counts[CELLS + groupOf[rows[from + i + 1]] * CLASSES + classOf[i + 1]]++;
        }
        if (i < n) {
            counts[groupOf[rows[from + i]] * CLASSES + classOf[i]]++;
        }
        for (int cell = 0; cell < cells; cell++) {
            counts[cell] += counts[CELLS + cell];
        }
    }

    /** Groups without an order of their own are lined up by the mean class of their rows, or share of the leader. */
    private void sortByOutcome(int present) {
        int leader = 0;
        for (int c = 1; c < classes; c++) {
            leader = all[c] > all[leader] ? c : leader;
        }
        for (int i = 0; i < present; i++) {
            int g = order[i];
            double sum = 0;
            for (int c = 0; c < classes; c++) {
                double weight = outcomes.isOrdered() ? c : c == leader ? 1 : 0;
                sum += weight * histogram[g * CLASSES + c];
            }
            score[g] = sum / groupTotal[g];
        }
        for (int i = 1; i < present; i++) {
            int g = order[i];
            int j = i - 1;
            while (j >= 0 && score[order[j]] > score[g]) {
                order[j + 1] = order[j];
                j--;
            }
            order[j + 1] = g;
        }
    }

    private Split scan(int f, boolean ordered, int present, int n, double whole, int least) {
        Arrays.fill(left, 0);
        int leftRows = 0;
        long mask = 0;
        double bestGain = 0;
        long bestMask = 0;
        for (int i = 0; i + 1 < present; i++) {
            int g = order[i];
            mask |= 1L << g;
            leftRows += groupTotal[g];
            for (int c = 0; c < classes; c++) {
                left[c] += histogram[g * CLASSES + c];
            }
            if (leftRows < least || n - leftRows < least) {
                continue;
            }
            double gain = -whole - nLogN(leftRows) - nLogN(n - leftRows);
            for (int c = 0; c < classes; c++) {
                gain += nLogN(left[c]) + nLogN(all[c] - left[c]);
            }
            if (gain > bestGain) {
                bestGain = gain;
                bestMask = mask;
            }
        }
        return new Split(f, bestGain > 0 ? bestMask | absent(f, ordered, present, bestMask, n) : 0, bestGain);
    }

    /**
     * Groups that no row here has, but rows that are made later may: with their neighbours where groups have an order, else
     * with most rows. Those that go left.
     */
    private long absent(int f, boolean ordered, int present, long mask, int n) {
        int groups = candidates.get(f).count();
        int inLeft = 0;
        int next = 0;
        int last = 0;
        for (int i = 0; i < present; i++) {
            boolean goesLeft = (mask >>> order[i] & 1) != 0;
            inLeft += goesLeft ? groupTotal[order[i]] : 0;
            last = goesLeft ? order[i] : last;
            next = goesLeft || next > 0 ? next : order[i];
        }
        long seen = 0;
        for (int i = 0; i < present; i++) {
            seen |= 1L << order[i];
        }
        long added = 0;
        for (int g = 0; g < groups; g++) {
            boolean near = ordered && g > 0 ? g - last < next - g : 2 * inLeft > n;
            added |= (seen >>> g & 1) == 0 && near ? 1L << g : 0;
        }
        return added;
    }

    private double likelihood(int[] counts, int n) {
        double sum = -nLogN(n);
        for (int count : counts) {
            sum += nLogN(count);
        }
        return sum;
    }

    private double nLogN(int n) {
        return n < N_LOG_N.length ? N_LOG_N[n] : n * Math.log(n);
    }
}
