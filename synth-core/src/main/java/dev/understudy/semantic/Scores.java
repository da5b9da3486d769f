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
    private static final double UNIT = 1000;

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
        double[][] chances = new double[levels.size()][];
        double[][] scores = new double[levels.size()][count];
        double[] own = new double[levels.size()];
        for (int l = 0; l < scores.length; l++) {
            Level level = levels.get(l);
            chances[l] = chances(level, count, draws.at(l), place);
            own[l] = middle(levels, l, draws.at(l), place, around);
            add(scores[l], 1, chances[l]);
            double middle = own[l];
            for (int other = 0; other < l; other++) {
                add(scores[l], level.others().get(other) / 100.0, chances[other]);
                middle += level.leans().get(other) / 100.0 * own[other];
            }
            for (int i = 0; i < count; i++) {
                scores[l][i] += middle;
            }
        }
        return scores;
    }

    /** A level's own chance at each element, around the mean of these. */
    private static double[] chances(Level level, int count, Draws draws, long place) {
        double before = level.before() / 100.0;
        double fresh = Math.sqrt(1 - before * before);
        double[] chances = new double[count];
        double mean = 0;
        for (int i = 0; i < count; i++) {
            double drawn = score(draws.unit(place, i));
            chances[i] = i == 0 ? drawn : before * chances[i - 1] + fresh * drawn;
            mean += chances[i] / count;
        }
        for (int i = 0; i < count; i++) {
            chances[i] = level.within() / UNIT * (chances[i] - mean);
        }
        return chances;
    }

    private static void add(double[] to, double weight, double[] numbers) {
        for (int i = 0; i < to.length; i++) {
            to[i] += weight * numbers[i];
        }
    }

    /** What of the mean of the array's scores the levels before do not tell; any where the row says nothing. */
    private static double middle(List<Level> levels, int l, Draws draws, long place, Surroundings around) {
        Level level = levels.get(l);
        long told = level.source() < 0 ? Surroundings.NO_NUMBER : around.number(level.source());
        if (told != Surroundings.NO_NUMBER) {
            return told / UNIT;
        }
        double left = 1 - square(level.within() / UNIT);
        for (int other = 0; other < l; other++) {
            left -= square(level.others().get(other) / 100.0 * levels.get(other).within() / UNIT);
        }
        return score(draws.unit(place, -1)) * Math.sqrt(Math.max(0, left));
    }

    private static double square(double number) {
        return number * number;
    }
}
