package dev.understudy.encode;

import dev.understudy.random.Draws;
import java.util.Arrays;

/**
 * How the values of the outermost cell lie, as distances from its inner edge, or of a few of its rows from its outer edge: a
 * generalized Pareto distribution, cut off where the highest of as many rows as it was fitted to is to be expected.
 *
 * @param share of the cell's rows that have such a distance; 1 if it is that from the inner edge
 * @param scale of the distribution, in the units of the values; 0 for a cell of which every value is as likely as another
 * @param shape 0 is exponential, more has a heavier tail, less an end; -1 is uniform
 * @param most  no value lies farther out
 */
public record Tail(double share, double scale, double shape, double most) {
    public static final Tail NONE = new Tail(0, 0, 0, 0);

    private static final double EXPONENTIAL = 1e-6;
    /** A shape above this has no mean to be fitted by. */
    private static final double HEAVIEST = 0.9;

    private static final double UNIFORM = -1;

    private static final int FEWEST = 10;

    /**
     * Fits by probability weighted moments. All that is kept are two numbers of two digits each.
     *
     * <p>Source: Hosking, Wallis (1987), Parameter and quantile estimation for the generalized Pareto distribution.
     *
     * @param excess distances from the inner edge, in ascending order, no family with more than its share of them
     * @param rows   how many rows the cell has
     * @return {@link #NONE} if there are fewer than ten, or they do not vary
     */
    static Tail fit(double[] excess, long rows) {
        int n = excess.length;
        if (n < FEWEST || excess[n - 1] <= 0) {
            return NONE;
        }
        double mean = 0;
        double weighted = 0;
        for (int i = 0; i < n; i++) {
            mean += excess[i] / n;
            weighted += excess[i] * (1 - (i + 0.65) / n) / n;
        }
        double spread = mean - 2 * weighted;
        double shape = spread <= 0 ? UNIFORM : Math.max(UNIFORM, Math.min(HEAVIEST, 2 - mean / spread));
        double rounded = Math.round(shape * 100) / 100.0;
        double scale = Edges.twoDigits(mean * (1 - rounded));
        return new Tail(1, scale, rounded, Edges.twoDigits(distance(scale, rounded, 1 - 0.5 / rows)));
    }

    /**
     * Of single rows that lie beyond a cell, exponential: most of them do not, so a shape would be told by two or three.
     *
     * @param distances of the outermost rows, one each of as many families; 0 for one that does not lie beyond
     * @param of        how many rows the cell has
     */
    static Tail beyond(double[] distances, long of) {
        double mean = Edges.twoDigits(Arrays.stream(distances).average().orElse(0));
        double share = Edges.twoDigits((double) distances.length / of);
        return mean > 0 ? new Tail(share, mean, 0, distance(mean, 0, 1 - 0.5 / distances.length)) : NONE;
    }

    /** True if there is something to draw. */
    public boolean isKnown() {
        return scale > 0;
    }

    /** True if all rows of the cell have a distance, from its inner edge. */
    boolean isWhole() {
        return share == 1;
    }

    /**
     * The distance at a quantile of the cell's rows; below 0 for a row that has none.
     *
     * @param u    in [0, 1)
     * @param step of the lattice, to which the distances of single rows are rounded such that their mean stays
     */
    double distance(double u, long step) {
        double within = (u - (1 - share)) / share;
        if (within < 0) {
            return -1;
        }
        double drawn = Math.min(most, distance(scale, shape, within));
        double up = (Draws.mix(Double.doubleToLongBits(u)) >>> 11) * 0x1.0p-53;
        return isWhole() ? drawn : Math.floor(drawn / step + up) * step;
    }

    /** For a row that has no distance, its place among those that have none. */
    double left(double u) {
        return u / (1 - share);
    }

    private static double distance(double scale, double shape, double u) {
        return Math.abs(shape) < EXPONENTIAL
                ? -scale * Math.log1p(-u)
                : scale / shape * Math.expm1(-shape * Math.log1p(-u));
    }
}
