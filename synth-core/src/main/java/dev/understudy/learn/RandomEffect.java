package dev.understudy.learn;

import dev.understudy.random.Draws;
import dev.understudy.semantic.Scores;

/**
 * How much a number differs between groups of rows beyond chance, and what each group's own effect may be.
 *
 * <p>The effect of a group is not the mean of its rows, which chance decides where they are few, but one draw of what it may
 * be given them. Rows that are drawn given such effects spread between groups and within them as they should.
 *
 * <p>Sources: Searle, Casella, McCulloch (1992), Variance components, for the estimates by analysis of variance; Mislevy
 * (1991), Randomization-based inference about latent variables from complex samples, for the draws.
 */
final class RandomEffect {
    private final double mean;
    private final double within;
    private final double between;
    private final double reliability;
    private final double[] sums;
    private final int[] counts;

    /**
     * @param group  group of each row, negative for none
     * @param scores number of each row, NaN for none
     * @param groups how many groups there are
     */
    RandomEffect(int[] group, double[] scores, int groups) {
        sums = new double[groups];
        counts = new int[groups];
        double sum = 0;
        double squares = 0;
        long n = 0;
        for (int row = 0; row < group.length; row++) {
            if (group[row] >= 0 && !Double.isNaN(scores[row])) {
                sums[group[row]] += scores[row];
                counts[group[row]]++;
                sum += scores[row];
                squares += scores[row] * scores[row];
                n++;
            }
        }
        mean = n == 0 ? 0 : sum / n;
        double ofMeans = 0;
        double ofSizes = 0;
        int seen = 0;
        for (int g = 0; g < groups; g++) {
            if (counts[g] > 0) {
                ofMeans += sums[g] * sums[g] / counts[g];
                ofSizes += (double) counts[g] * counts[g] / n;
                seen++;
            }
        }
        boolean known = seen > 1 && n > seen;
        double size = known ? (n - ofSizes) / (seen - 1) : 1;
        within = known ? Math.max(0, squares - ofMeans) / (n - seen) : 0;
        double meanSquare = known ? (ofMeans - n * mean * mean) / (seen - 1) : 0;
        between = Math.max(0, (meanSquare - within) / size);
        reliability = meanSquare > 0 ? Math.max(0, 1 - within / meanSquare) : 0;
    }

    /** Share of the variation of single rows that lies between groups, 0 to 1. */
    double share() {
        return between + within > 0 ? between / (between + within) : 0;
    }

    /** How much of the differences between the means of groups is no chance, 0 to 1. */
    double reliability() {
        return reliability;
    }

    /** One effect for each group, in standard deviations between groups; those without rows get any that a group may have. */
    double[] draw(Draws draws) {
        double spread = Math.sqrt(between);
        double[] effects = new double[sums.length];
        for (int g = 0; g < effects.length; g++) {
            double weight = counts[g] == 0 ? 0 : between / (between + within / counts[g]);
            double middle = counts[g] == 0 ? 0 : weight * (sums[g] / counts[g] - mean);
            double chance = Scores.score(draws.unit(g));
            effects[g] = spread > 0 ? middle / spread + Math.sqrt(1 - weight) * chance : 0;
        }
        return effects;
    }
}
