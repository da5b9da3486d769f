package dev.understudy.learn;

import dev.understudy.encode.FamilyCount;
import dev.understudy.encode.Groups;
import dev.understudy.model.Feature;
import dev.understudy.model.Forest;
import dev.understudy.model.Index;
import dev.understudy.model.Tree;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * One column of a Gaussian copula, given others: each column is seen by the normal score of its rank, and the outcome's score is normal
 * around a weighted sum of theirs. Codes without an order are ranked by their number.
 *
 * <p>Kept as an {@link Index} of the sum and a leaf for each of its groups, so that rows are drawn as from trees. Source: Nelsen (2006), An
 * Introduction to Copulas. Cost: O(features² × {@value #ROWS}).
 */
final class CopulaLearner {
    private static final int ROWS = 50_000;
    private static final int FEATURES = 16;
    private static final int GROUPS = 64;
    private static final int UNITS = 8192;
    /** Added to the diagonal of the correlations, so that columns that say the same share the weight. */
    private static final double RIDGE = 0.02;

    private static final double LEAST_REST = 0.05;
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private final List<Candidate> candidates;
    private final Outcomes outcomes;
    private final int[] rows;
    private final int k;

    private CopulaLearner(List<Candidate> candidates, Outcomes outcomes, int k) {
        this.candidates = candidates;
        this.outcomes = outcomes;
        this.k = k;
        this.rows = Screening.spread(outcomes.rows(), ROWS);
    }

    static Forest learn(List<Candidate> candidates, Outcomes outcomes, LearnSettings settings, String place) {
        Forest alone = ForestLearner.learn(List.of(), outcomes, settings, place);
        if (outcomes.rows() == 0 || ForestLearner.isTooFew(outcomes)) {
            return alone;
        }
        int[] which = Screening.best(candidates, outcomes, FEATURES);
        List<Candidate> chosen = new ArrayList<>();
        Arrays.stream(which).mapToObj(candidates::get).forEach(chosen::add);
        return chosen.isEmpty()
                ? alone
                : new CopulaLearner(chosen, outcomes, settings.k())
                        .forest(alone.trees().get(0));
    }

    private Forest forest(Tree marginal) {
        float[][] scores = new float[candidates.size()][];
        for (int f = 0; f < scores.length; f++) {
            scores[f] = scores(candidates.get(f));
        }
        double[] own = new double[rows.length];
        double[] ofCode = scoresOfCodes();
        for (int i = 0; i < own.length; i++) {
            own[i] = ofCode[outcomes.code(rows[i])];
        }
        double[] weights = weights(scores, own);
        float[][] told = new float[scores.length][GROUPS];
        for (int f = 0; f < told.length; f++) {
            for (int g = 0; g < GROUPS; g++) {
                told[f][g] = (float) (weights[f] * scores[f][g]);
            }
        }
        float[] sums = new float[rows.length];
        for (int i = 0; i < sums.length; i++) {
            for (int f = 0; f < told.length; f++) {
                sums[i] += told[f][candidates.get(f).groups()[rows[i]]];
            }
        }
        Index index = new Index(Screening.all(told.length), told, AdditiveIndex.cuts(sums));
        List<Candidate> all = new ArrayList<>(candidates);
        all.add(new Candidate(Feature.INDEX, Groups.COMMON, new byte[0], index.cuts().length + 1, true, false));
        Tree tree = tree(index, sums, marginal, all.size() - 1);
        return ForestLearner.compact(all, index, List.of(tree), ForestLearner.marginal(outcomes, true));
    }

    /** By group; 0 for a group that fewer than k families have. */
    private float[] scores(Candidate candidate) {
        int[] counts = new int[GROUPS];
        FamilyCount[] families = new FamilyCount[GROUPS];
        for (int row : rows) {
            int group = candidate.groups()[row];
            families[group] = families[group] == null ? new FamilyCount(k) : families[group];
            families[group].add(outcomes.family()[row]);
            counts[group]++;
        }
        double[] scores = scores(counts);
        float[] shared = new float[GROUPS];
        for (int g = 0; g < GROUPS; g++) {
            shared[g] = families[g] != null && families[g].full() ? (float) scores[g] : 0;
        }
        return shared;
    }

    private double[] scoresOfCodes() {
        int[] counts = new int[outcomes.size()];
        for (int row : rows) {
            counts[outcomes.code(row)]++;
        }
        return scores(counts);
    }

    /** Normal scores of middle ranks. */
    private double[] scores(int[] counts) {
        double[] scores = new double[counts.length];
        int below = 0;
        for (int i = 0; i < counts.length; i++) {
            double rank = (below + counts[i] / 2.0) / rows.length;
            scores[i] = counts[i] == 0 ? 0 : NORMAL.inverseCumulativeProbability(rank);
            below += counts[i];
        }
        return scores;
    }

    private double[] weights(float[][] scores, double[] own) {
        int n = scores.length;
        RealMatrix among = new Array2DRowRealMatrix(n, n);
        double[] with = new double[n];
        double[] z = new double[n];
        for (int i = 0; i < rows.length; i++) {
            for (int f = 0; f < n; f++) {
                z[f] = scores[f][candidates.get(f).groups()[rows[i]]];
            }
            for (int f = 0; f < n; f++) {
                with[f] += z[f] * own[i] / rows.length;
                for (int g = 0; g <= f; g++) {
                    among.addToEntry(f, g, z[f] * z[g] / rows.length);
                }
            }
        }
        for (int f = 0; f < n; f++) {
            among.addToEntry(f, f, RIDGE);
            for (int g = 0; g < f; g++) {
                among.setEntry(g, f, among.getEntry(f, g));
            }
        }
        return new LUDecomposition(among)
                .getSolver()
                .solve(new ArrayRealVector(with))
                .toArray();
    }

    private Tree tree(Index index, float[] sums, Tree marginal, int feature) {
        int groups = index.cuts().length + 1;
        double[] means = new double[groups];
        int[] counts = new int[groups];
        double square = 0;
        double mean = 0;
        for (float sum : sums) {
            int group = index.group(sum);
            means[group] += sum;
            counts[group]++;
            mean += sum / sums.length;
        }
        for (float sum : sums) {
            square += (sum - mean) * (sum - mean) / sums.length;
        }
        double center = mean;
        double rest = Math.sqrt(Math.max(LEAST_REST, 1 - square));
        TreeBuilder tree = new TreeBuilder();
        grow(tree, tree.addNode(), 0, groups, feature, group -> {
            double shift = counts[group] == 0 ? 0 : means[group] / counts[group] - center;
            leaf(tree, marginal, shift, rest);
        });
        return tree.build();
    }

    /** What is in the leaf of a group of the index. */
    private interface Leaf {
        void write(int group);
    }

    private static void grow(TreeBuilder tree, int node, int from, int to, int feature, Leaf leaf) {
        if (to - from == 1) {
            tree.beginLeaf(node);
            leaf.write(from);
            return;
        }
        int middle = (from + to) >>> 1;
        long left = 0;
        for (int group = from; group < middle; group++) {
            left |= 1L << group;
        }
        int leftNode = tree.addNode();
        int rightNode = tree.addNode();
        tree.split(node, feature, left, leftNode, rightNode);
        grow(tree, leftNode, from, middle, feature, leaf);
        grow(tree, rightNode, middle, to, feature, leaf);
    }

    /** The outcome's codes where its score is normal around a shift. */
    private static void leaf(TreeBuilder tree, Tree marginal, double shift, double rest) {
        int last = marginal.codes().length - 1;
        double whole = marginal.cumulative()[last] & 0xFFFF;
        int before = 0;
        for (int i = 0; i <= last; i++) {
            double upTo = (marginal.cumulative()[i] & 0xFFFF) / whole;
            double given = i == last
                    ? 1
                    : NORMAL.cumulativeProbability((NORMAL.inverseCumulativeProbability(upTo) - shift) / rest);
            int units = (int) Math.min(UNITS, Math.round(given * UNITS));
            if (units > before) {
                tree.entry(marginal.codes()[i] & 0xFFFF, units);
                before = units;
            }
        }
    }
}
