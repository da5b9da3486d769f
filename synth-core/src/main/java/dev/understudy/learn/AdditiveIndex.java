package dev.understudy.learn;

import dev.understudy.encode.FamilyCount;
import dev.understudy.encode.Groups;
import dev.understudy.model.Feature;
import dev.understudy.model.Index;
import dev.understudy.random.Draws;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds how much each group of each feature raises or lowers an outcome that has an order, all features taken together. A
 * tree needs a split for every group of every feature that tells a little; of their sum it needs a few.
 *
 * <p>Fitted by boosting with one feature a step; used only if it tells more on families that it was not fitted to than the
 * feature that tells most by itself.
 *
 * <p>Source: Bühlmann, Yu (2003), Boosting with the L2 loss. Cost: O(steps × features × {@value #ROWS}).
 */
final class AdditiveIndex {
    private static final int ROWS = 20_000;
    private static final int FEWEST_ROWS = 2000;
    private static final int FEWEST_CODES = 4;
    private static final int STEPS = 40;
    private static final double RATE = 0.4;
    /** Rows' weight by which the mean of a group is drawn towards none. */
    private static final double SHRUNK = 20;

    private static final double FITTED = 0.8;
    /** What it must tell beyond the best feature, of the variation. */
    private static final double LEAST_MORE = 0.02;

    private static final int CUTS = 63;

    private final List<Candidate> candidates;
    private final float[] outcome;
    private final int[] fitted;
    private final int[] held;
    private final float[][] weights;
    private final boolean[][] shared;
    /** Features that have weights. */
    private int[] used = new int[0];

    private AdditiveIndex(List<Candidate> candidates, Outcomes outcomes, int k, Draws draws) {
        this.candidates = candidates;
        this.outcome = scores(outcomes);
        int[] in = new int[outcomes.rows()];
        int[] out = new int[outcomes.rows()];
        int some = 0;
        int others = 0;
        double share = Math.min(1, (double) ROWS / outcomes.rows());
        for (int row = 0; row < outcome.length; row++) {
            double u = draws.unit(outcomes.family()[row]);
            if (!Float.isNaN(outcome[row]) && u < share) {
                if (u < FITTED * share) {
                    in[some++] = row;
                } else {
                    out[others++] = row;
                }
            }
        }
        this.fitted = Arrays.copyOf(in, some);
        this.held = Arrays.copyOf(out, others);
        this.weights = new float[candidates.size()][64];
        this.shared = new boolean[candidates.size()][];
        for (int f = 0; f < shared.length; f++) {
            shared[f] = shared(candidates.get(f), outcomes, k);
        }
    }

    /** What was found. @param index its features are places among the candidates @param candidate the same by row */
    record Found(Index index, Candidate candidate) {}

    /** @return empty if the outcome has no order, rows are few, or it would not help */
    static Optional<Found> of(List<Candidate> candidates, Outcomes outcomes, int k, Draws draws) {
        if (outcomes.ordered() < FEWEST_CODES || outcomes.rows() < FEWEST_ROWS || candidates.size() < 2) {
            return Optional.empty();
        }
        AdditiveIndex index = new AdditiveIndex(candidates, outcomes, k, draws);
        return index.fitted.length < FEWEST_ROWS / 2 || index.held.length == 0 ? Optional.empty() : index.find();
    }

    /** Middle ranks of codes that have an order, -0.5 to 0.5; NaN for others. */
    private static float[] scores(Outcomes outcomes) {
        int[] counts = new int[outcomes.size()];
        int n = 0;
        for (int row = 0; row < outcomes.rows(); row++) {
            int code = outcomes.code(row);
            boolean ordered = code > 0 && code < outcomes.ordered();
            counts[code]++;
            n += ordered ? 1 : 0;
        }
        float[] ofCode = new float[counts.length];
        Arrays.fill(ofCode, Float.NaN);
        int below = 0;
        for (int code = 1; code < outcomes.ordered(); code++) {
            ofCode[code] = (below + counts[code] / 2f) / Math.max(1, n) - 0.5f;
            below += counts[code];
        }
        float[] scores = new float[outcomes.rows()];
        for (int row = 0; row < scores.length; row++) {
            scores[row] = ofCode[outcomes.code(row)];
        }
        return scores;
    }

    /** Groups that k families share; the others have no weight. */
    private boolean[] shared(Candidate candidate, Outcomes outcomes, int k) {
        boolean[] full = new boolean[64];
        FamilyCount[] families = new FamilyCount[64];
        for (int row : fitted) {
            int group = candidate.groups()[row];
            if (!full[group]) {
                families[group] = families[group] == null ? new FamilyCount(k) : families[group];
                families[group].add(outcomes.family()[row]);
                full[group] = families[group].full();
            }
        }
        return full;
    }

    /** A step: what the groups of one feature say of what is left. */
    private record Step(int feature, float[] means, double gain) {}

    private Optional<Found> find() {
        float[] rest = centered();
        double[] gains = new double[candidates.size()];
        Arrays.fill(gains, Double.MAX_VALUE);
        double alone = 0;
        for (int count = 0; count < STEPS; count++) {
            Step step = best(rest, gains);
            if (step.gain <= 0) {
                break;
            }
            if (count == 0) {
                alone = told(step.feature, step.means);
            }
            byte[] groups = candidates.get(step.feature).groups();
            for (int g = 0; g < step.means.length; g++) {
                step.means[g] *= (float) RATE;
                weights[step.feature][g] += step.means[g];
            }
            for (int i = 0; i < fitted.length; i++) {
                rest[i] -= step.means[groups[fitted[i]]];
            }
        }
        used = IntStream.range(0, weights.length)
                .filter(f -> !isZero(weights[f]))
                .toArray();
        return told() < alone + LEAST_MORE ? Optional.empty() : Optional.of(found());
    }

    /**
     * The feature that tells most of what is left. Features tell less and less as the sum grows, so one that still tells more
     * than others did before is the best, and those need not be looked at.
     *
     * @param gains what each told when it was last looked at
     */
    private Step best(float[] rest, double[] gains) {
        while (true) {
            int first = 0;
            double second = 0;
            for (int f = 1; f < gains.length; f++) {
                boolean more = gains[f] > gains[first];
                second = Math.max(second, more ? gains[first] : gains[f]);
                first = more ? f : first;
            }
            Step step = step(first, rest);
            gains[first] = step.gain;
            if (step.gain >= second) {
                return step;
            }
        }
    }

    private Step step(int feature, float[] rest) {
        double[] sums = new double[64];
        int[] counts = new int[64];
        byte[] groups = candidates.get(feature).groups();
        for (int i = 0; i < fitted.length; i++) {
            int group = groups[fitted[i]];
            sums[group] += rest[i];
            counts[group]++;
        }
        double gain = 0;
        float[] means = new float[64];
        for (int g = 0; g < means.length; g++) {
            if (counts[g] > 0 && shared[feature][g]) {
                means[g] = (float) (sums[g] / (counts[g] + SHRUNK));
                gain += means[g] * sums[g];
            }
        }
        return new Step(feature, means, gain);
    }

    private float[] centered() {
        double mean = 0;
        for (int row : fitted) {
            mean += outcome[row] / fitted.length;
        }
        float[] rest = new float[fitted.length];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = (float) (outcome[fitted[i]] - mean);
        }
        return rest;
    }

    /** Share of the variation of rows kept aside that one feature tells. */
    private double told(int feature, float[] means) {
        float[] sums = new float[held.length];
        for (int i = 0; i < held.length; i++) {
            sums[i] = means[candidates.get(feature).groups()[held[i]]];
        }
        return told(sums);
    }

    /** … that all together tell. */
    private double told() {
        float[] sums = new float[held.length];
        for (int i = 0; i < held.length; i++) {
            sums[i] = sum(held[i]);
        }
        return told(sums);
    }

    private double told(float[] sums) {
        double mean = 0;
        for (int row : held) {
            mean += outcome[row] / held.length;
        }
        double all = 0;
        double left = 0;
        for (int i = 0; i < held.length; i++) {
            double off = outcome[held[i]] - mean;
            all += off * off;
            left += (off - sums[i]) * (off - sums[i]);
        }
        return all == 0 ? 0 : 1 - left / all;
    }

    /** In the order of features in which it is summed up again when rows are drawn, so that sums are the same to the last bit. */
    private float sum(int row) {
        float sum = 0;
        for (int f : used) {
            sum += weights[f][candidates.get(f).groups()[row]];
        }
        return sum;
    }

    private Found found() {
        float[] sums = new float[fitted.length];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = sum(fitted[i]);
        }
        float[] cuts = cuts(sums);
        float[][] ofUsed = Arrays.stream(used).mapToObj(f -> weights[f]).toArray(float[][]::new);
        Index index = new Index(used, ofUsed, cuts);
        byte[] groups = new byte[outcome.length];
        for (int row = 0; row < groups.length; row++) {
            groups[row] = (byte) index.group(sum(row));
        }
        Candidate candidate = new Candidate(Feature.INDEX, Groups.COMMON, groups, cuts.length + 1, true, false);
        return new Found(index, candidate);
    }

    /** Different sums that cut rows into groups of about the same size, in order; at most {@value #CUTS}. */
    static float[] cuts(float[] sums) {
        float[] sorted = sums.clone();
        Arrays.sort(sorted);
        float[] cuts = new float[CUTS];
        int n = 0;
        for (int cut = 1; cut <= CUTS; cut++) {
            float at = sorted[(int) ((long) cut * sorted.length / (CUTS + 1))];
            if (at > sorted[0] && (n == 0 || at > cuts[n - 1])) {
                cuts[n++] = at;
            }
        }
        return Arrays.copyOf(cuts, n);
    }

    private static boolean isZero(float[] of) {
        for (float weight : of) {
            if (weight != 0) {
                return false;
            }
        }
        return true;
    }
}
