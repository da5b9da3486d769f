package dev.understudy.refine;

import dev.understudy.model.OddsTree;
import dev.understudy.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Boosted trees of logistic loss that tell learned rows from drawn ones.
 *
 * <p>Source: Friedman (2001), Greedy function approximation; Chen and Guestrin (2016), XGBoost: gain and leaf from first and second
 * derivatives.
 *
 * <p>Time O(trees × depth × rows × {@value #LOOKED_AT}); rows count the same on both sides.
 */
final class OddsLearner {
    private static final int LOOKED_AT = 32;
    /** Features that are looked at whatever they told so far. */
    private static final int BY_CHANCE = 12;
    /** Trees after which it is asked again which features tell. */
    private static final int ROUND = 10;

    private final Labelled rows;
    private final int[] train;
    private final double[] margin;
    private final double[] weight = new double[2];
    private final int k;

    /**
     * @param train  rows to learn from
     * @param margin logarithm of the odds of every row before the first tree; changed by {@link #grow}
     * @param k      families that a leaf needs on either side
     */
    OddsLearner(Labelled rows, int[] train, double[] margin, int k) {
        this.rows = rows;
        this.train = train;
        this.margin = margin;
        this.k = k;
        int real = (int) Arrays.stream(train).filter(rows::isReal).count();
        weight[1] = 0.5 * train.length / Math.max(1, real);
        weight[0] = 0.5 * train.length / Math.max(1, train.length - real);
    }

    /**
     * Adds trees as long as they tell rows better that were not learned from.
     *
     * @param features that may be looked at
     * @param check    rows by which the number of trees is chosen
     */
    List<OddsTree> grow(int[] features, int most, double rate, int[] check, String name) {
        List<OddsTree> trees = new ArrayList<>();
        double best = loss(check);
        double[] bestMargin = margin.clone();
        int kept = 0;
        float[] gradient = new float[rows.rows()];
        float[] curvature = new float[rows.rows()];
        int[] screened = features;
        for (int t = 0; t < most; t++) {
            derive(gradient, curvature);
            OddsGrower grower = new OddsGrower(rows, gradient, curvature, k, rate);
            if (t % ROUND == 0 && features.length > LOOKED_AT) {
                screened = grower.tellingMost(train, features, LOOKED_AT - BY_CHANCE);
            }
            OddsTree tree = grower.grow(train.clone(), some(features, screened, name, t));
            if (tree.feature().length <= 1) {
                continue;
            }
            trees.add(tree);
            add(tree);
            double loss = loss(check);
            if (loss < best) {
                best = loss;
                kept = trees.size();
                System.arraycopy(margin, 0, bestMargin, 0, margin.length);
            } else if (trees.size() > kept + ROUND) {
                break;
            }
        }
        System.arraycopy(bestMargin, 0, margin, 0, margin.length);
        return trees.subList(0, kept);
    }

    private int[] some(int[] features, int[] screened, String name, int tree) {
        if (features.length <= LOOKED_AT) {
            return features;
        }
        Draws draws = Draws.seeded(tree).at(name);
        int[] looked = Arrays.copyOf(screened, LOOKED_AT);
        for (int i = screened.length; i < LOOKED_AT; i++) {
            looked[i] = features[draws.below(features.length, i)];
        }
        return Arrays.stream(looked).sorted().distinct().toArray();
    }

    private void derive(float[] gradient, float[] curvature) {
        for (int row : train) {
            double p = probability(row);
            double w = weight[rows.isReal(row) ? 1 : 0];
            gradient[row] = (float) (w * (p - (rows.isReal(row) ? 1 : 0)));
            curvature[row] = (float) (w * p * (1 - p));
        }
    }

    private void add(OddsTree tree) {
        for (int row = 0; row < margin.length; row++) {
            margin[row] += tree.of(rows.groups(), row);
        }
    }

    private double probability(int row) {
        return 1 / (1 + Math.exp(-margin[row]));
    }

    /** Mean of the two sides' losses, in nats. */
    private double loss(int[] check) {
        double[] sum = new double[2];
        int[] n = new int[2];
        for (int row : check) {
            int side = rows.isReal(row) ? 1 : 0;
            double p = probability(row);
            sum[side] -= Math.log(Math.max(1e-9, side == 1 ? p : 1 - p));
            n[side]++;
        }
        return sum[0] / Math.max(1, n[0]) + sum[1] / Math.max(1, n[1]);
    }

    /** Share of rows on the right side of even odds, the mean of both sides. */
    static double accuracy(Labelled rows, double[] margin, int[] of) {
        double[] right = new double[2];
        int[] n = new int[2];
        for (int row : of) {
            int side = rows.isReal(row) ? 1 : 0;
            right[side] += margin[row] > 0 == rows.isReal(row) ? 1 : 0;
            n[side]++;
        }
        return (right[0] / Math.max(1, n[0]) + right[1] / Math.max(1, n[1])) / 2;
    }
}
