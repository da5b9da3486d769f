package dev.understudy.learn;

import dev.understudy.model.Forest;
import dev.understudy.random.Draws;
import java.util.Arrays;
import java.util.List;

/**
 * Rows of families that are learned from, and rows of others that are kept aside to be asked afterwards. No family is in both.
 *
 * @param learned row numbers, ascending
 * @param held    row numbers, ascending
 */
record HeldOutFamilies(int[] learned, int[] held) {
    /** Of the families that are looked at. */
    private static final double LEARNED = 0.8;
    /** Fewer rows kept aside say nothing. */
    private static final int FEWEST = 100;

    /** True if so few rows cannot be parted. */
    static boolean areTooFew(int rows) {
        return rows < FEWEST / (1 - LEARNED);
    }

    /** @param share of the families that are looked at, in (0, 1] */
    static HeldOutFamilies of(Outcomes outcomes, Draws draws, double share) {
        return new HeldOutFamilies(
                rows(outcomes, draws, 0, LEARNED * share), rows(outcomes, draws, LEARNED * share, share));
    }

    private static int[] rows(Outcomes outcomes, Draws draws, double from, double to) {
        int[] rows = new int[outcomes.rows()];
        int n = 0;
        for (int row = 0; row < rows.length; row++) {
            double u = draws.unit(outcomes.family()[row]);
            if (u >= from && u < to) {
                rows[n++] = row;
            }
        }
        return Arrays.copyOf(rows, n);
    }

    /** True if too few rows are kept aside to say anything. */
    boolean sayNothing() {
        return held.length < FEWEST;
    }

    Outcomes known(Outcomes outcomes) {
        return at(outcomes, learned);
    }

    /** What is to be told, and from what: by families, parted. */
    Parted part(List<Candidate> candidates, Outcomes outcomes) {
        return new Parted(
                candidates.stream().map(one -> at(one, learned)).toList(),
                at(outcomes, learned),
                candidates.stream().map(one -> at(one, held)).toList(),
                at(outcomes, held));
    }

    /** @param seen of the rows that are learned from @param unseen of those that are kept aside */
    record Parted(List<Candidate> seen, Outcomes known, List<Candidate> unseen, Outcomes asked) {
        /** Mean negative log-likelihood of what is learned for the families that are kept aside, in nats. */
        double loss(OutcomeLearner learner, LearnSettings settings, String place) {
            Forest forest = learner.learn(seen, known, settings, place);
            return HeldOutChoice.loss(forest, unseen, asked);
        }
    }

    private static Candidate at(Candidate of, int[] rows) {
        byte[] groups = new byte[rows.length];
        for (int i = 0; i < groups.length; i++) {
            groups[i] = of.groups()[rows[i]];
        }
        return new Candidate(of.feature(), of.guided(), groups, of.count(), of.ordered(), of.single(), of.kept());
    }

    private static Outcomes at(Outcomes of, int[] rows) {
        short[] codes = new short[rows.length];
        long[] families = new long[rows.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = of.codes()[rows[i]];
            families[i] = of.family()[rows[i]];
        }
        return new Outcomes(codes, of.size(), of.ordered(), families);
    }
}
