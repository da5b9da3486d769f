package dev.understudy.semantic;

import dev.understudy.random.Draws;
import dev.understudy.semantic.DocumentRecipe.Level;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * Standard normal scores of numbers in the elements of one array. Around a mean, which the row draws, they are first-order
 * autoregressive: each follows the one before, and levels follow each other.
 */
public final class Scores {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    private static final double LEAST_UNIT = 1e-9;

    private Scores() {}

    /** Share of values below a score. */
    static double share(double score) {
        return NORMAL.cumulativeProbability(score);
    }

    /** @param share of values below; kept off 0 and 1 */
    public static double score(double share) {
        return NORMAL.inverseCumulativeProbability(Math.min(1 - LEAST_UNIT, Math.max(LEAST_UNIT, share)));
    }

    /** @return one row a level, one score an element */
    static double[][] of(List<Level> levels, int count, Draws draws, long place, Surroundings around) {
        double[][] chance = new double[levels.size()][count];
        double[][] scores = new double[levels.size()][count];
        double[] own = new double[levels.size()];
        for (int l = 0; l < scores.length; l++) {
            Level level = levels.get(l);
            double before = level.before() / 100.0;
            double fresh = Math.sqrt(1 - before * before);
            for (int i = 0; i < count; i++) {
                double drawn = score(draws.at(l).unit(place, i));
                chance[l][i] = i == 0 ? drawn : before * chance[l][i - 1] + fresh * drawn;
            }
            double[] mixed = new double[count];
            double mean = 0;
            for (int i = 0; i < count; i++) {
                for (int other = 0; other <= l; other++) {
                    mixed[i] += level.others().get(other) / 100.0 * chance[other][i];
                }
                mean += mixed[i] / count;
            }
            double within = level.within() / 1000.0;
            own[l] = middle(level, within, draws.at(l), place, around);
            double middle = own[l];
            for (int other = 0; other < l; other++) {
                middle += level.leans().get(other) / 100.0 * own[other];
            }
            for (int i = 0; i < count; i++) {
                scores[l][i] = middle + within * (mixed[i] - mean);
            }
        }
        return scores;
    }

    /** What of the mean of the array's scores the levels before do not tell; any where the row says nothing. */
    private static double middle(Level level, double within, Draws draws, long place, Surroundings around) {
        long told = level.source() < 0 ? Surroundings.NO_NUMBER : around.number(level.source());
        return told == Surroundings.NO_NUMBER
                ? score(draws.unit(place, -1)) * Math.sqrt(Math.max(0, 1 - within * within))
                : told / 1000.0;
    }
}
