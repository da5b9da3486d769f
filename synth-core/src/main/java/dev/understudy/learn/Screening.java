package dev.understudy.learn;

import dev.understudy.model.Feature;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Keeps the features that say most about an outcome. */
final class Screening {
    private static final int ROWS = 50_000;
    /** Classes that outcomes are folded into. */
    static final int CLASSES = 24;
    /** Below this many nats a feature is noise. */
    private static final double LEAST = 0.0005;

    /** Columns of the row that say nothing by themselves, but may say much beside others. */
    private static final int SILENT = 16;

    /** Each source has at least one of this many parts of the features; the row itself half of them. */
    private static final int SOURCES = 8;

    private static final int OWN = 2;

    private Screening() {}

    /**
     * The most informative candidates, best first: at most {@code limit}, none below the noise but some.
     * Two parts of a sum that do not depend on each other do so once the sum is known.
     *
     * <p>Time O(rows × candidates) over at most 50,000 rows.
     */
    static int[] best(List<Candidate> candidates, Outcomes outcomes, int limit) {
        int[] rows = firstLook(outcomes);
        byte[] classes = classes(outcomes, rows);
        double[] information = new double[candidates.size()];
        for (int f = 0; f < information.length; f++) {
            Candidate candidate = candidates.get(f);
            information[f] = mutualInformation(candidate.groups(), candidate.count(), classes, rows);
        }
        int[] all = IntStream.range(0, information.length)
                .boxed()
                .sorted((a, b) -> Double.compare(information[b], information[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        int telling =
                (int) Arrays.stream(information).filter(nats -> nats > LEAST).count();
        int room = telling == 0 ? 0 : Math.max(0, limit - telling);
        IntStream silent = IntStream.concat(
                silent(all, telling, f -> candidates.get(f).kept()),
                silent(all, telling, f -> candidates.get(f).feature().source() == Feature.Source.OWN)
                        .limit(SILENT));
        int[] byInformation = IntStream.concat(Arrays.stream(all).limit(telling), silent.limit(room))
                .toArray();
        return byInformation.length <= limit ? byInformation : spread(byInformation, candidates, limit);
    }

    private static IntStream silent(int[] all, int telling, IntPredicate which) {
        return Arrays.stream(all).skip(telling).filter(which);
    }

    /**
     * The leading features of each source, then the leading ones of all: many columns of the owner often say the same,
     * and would crowd out where among its siblings a row stands, which by itself says less.
     */
    private static int[] spread(int[] byInformation, List<Candidate> candidates, int limit) {
        int[] ofSource = new int[Feature.Source.values().length];
        boolean[] chosen = new boolean[byInformation.length];
        int left = limit;
        for (int i = 0; i < byInformation.length && left > 0; i++) {
            Feature.Source source = candidates.get(byInformation[i]).feature().source();
            chosen[i] = ofSource[source.ordinal()]++ < limit / (source == Feature.Source.OWN ? OWN : SOURCES);
            left -= chosen[i] ? 1 : 0;
        }
        for (int i = 0; i < byInformation.length && left > 0; i++) {
            left -= chosen[i] ? 0 : 1;
            chosen[i] = true;
        }
        return IntStream.range(0, byInformation.length)
                .filter(i -> chosen[i])
                .map(i -> byInformation[i])
                .toArray();
    }

    private static int[] firstLook(Outcomes outcomes) {
        int[] counts = new int[outcomes.size()];
        for (int row = 0; row < outcomes.rows(); row++) {
            counts[outcomes.code(row)]++;
        }
        return FirstLook.rows(outcomes, all(outcomes.rows()), 0, outcomes.rows(), counts, ROWS);
    }

    /** Of n rows so many, evenly spaced. */
    static int[] spread(int n, int most) {
        int size = Math.min(n, most);
        int[] rows = new int[size];
        for (int i = 0; i < size; i++) {
            rows[i] = (int) ((long) i * n / size);
        }
        return rows;
    }

    /** Outcomes of all rows, folded into a few classes. */
    static byte[] classes(Outcomes outcomes) {
        return classes(outcomes, all(outcomes.rows()));
    }

    private static byte[] classes(Outcomes outcomes, int[] rows) {
        int[] counts = new int[outcomes.size()];
        for (int row : rows) {
            counts[outcomes.code(row)]++;
        }
        byte[] classOf = ClassMap.of(counts, rows.length, outcomes.isOrdered(), CLASSES);
        byte[] classes = new byte[rows.length];
        for (int i = 0; i < rows.length; i++) {
            classes[i] = classOf[outcomes.code(rows[i])];
        }
        return classes;
    }

    /**
     * Mutual information in nats, less its bias under independence.
     *
     * <p>Source: Miller (1955), Note on the bias of information estimates: (|X| - 1)(|Y| - 1) / 2n.
     */
    static double mutualInformation(byte[] groups, int count, byte[] classes, int[] rows) {
        int[] joint = new int[count * CLASSES];
        for (int i = 0; i < rows.length; i++) {
            joint[groups[rows[i]] * CLASSES + classes[i]]++;
        }
        int[] byClass = new int[CLASSES];
        double sum = 0;
        int usedGroups = 0;
        for (int g = 0; g < count; g++) {
            int inGroup = 0;
            for (int c = 0; c < CLASSES; c++) {
                int n = joint[g * CLASSES + c];
                inGroup += n;
                byClass[c] += n;
                sum += nLogN(n);
            }
            usedGroups += inGroup > 0 ? 1 : 0;
            sum -= nLogN(inGroup);
        }
        int usedClasses = 0;
        for (int n : byClass) {
            usedClasses += n > 0 ? 1 : 0;
            sum -= nLogN(n);
        }
        double n = Math.max(1, rows.length);
        double information = (sum + nLogN(rows.length)) / n;
        return information - (usedGroups - 1.0) * (usedClasses - 1.0) / (2 * n);
    }

    static double nLogN(int n) {
        return n < 2 ? 0 : n * Math.log(n);
    }

    static int[] all(int n) {
        int[] rows = new int[n];
        Arrays.setAll(rows, i -> i);
        return rows;
    }
}
