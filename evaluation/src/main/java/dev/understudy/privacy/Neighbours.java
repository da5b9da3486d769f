package dev.understudy.privacy;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What lies around points.
 *
 * @param nearest by point, distances of its nearest neighbours, nearest first; infinite where there are too few
 * @param first   by point, the nearest neighbour, or -1
 * @param within  by point, how many lie within a radius
 */
record Neighbours(double[][] nearest, int[] first, int[] within) {

    /**
     * Time O(points × others × features), less where most are far; in parallel.
     *
     * @param wanted neighbours per point
     * @param radius within which neighbours are counted; negative for none
     * @param self   true if both are the same points, and a point is no neighbour of itself
     */
    static Neighbours of(Points points, Points others, int wanted, double radius, boolean self) {
        double[][] nearest = new double[points.size()][wanted];
        int[] first = new int[points.size()];
        int[] within = new int[points.size()];
        IntStream.range(0, points.size()).parallel().forEach(i -> {
            double[] best = nearest[i];
            Arrays.fill(best, Double.POSITIVE_INFINITY);
            first[i] = -1;
            for (int j = 0; j < others.size(); j++) {
                if (self && i == j) {
                    continue;
                }
                double distance = points.distance(i, others, j, Math.max(best[wanted - 1], radius));
                within[i] += distance <= radius ? 1 : 0;
                if (distance < best[0]) {
                    first[i] = j;
                }
                insert(best, distance);
            }
        });
        return new Neighbours(nearest, first, within);
    }

    private static void insert(double[] best, double distance) {
        for (int place = best.length - 1; place >= 0 && distance < best[place]; place--) {
            if (place + 1 < best.length) {
                best[place + 1] = best[place];
            }
            best[place] = distance;
        }
    }

    /** The nearest of two sets of neighbours; only the nearest one and the counts are kept. */
    Neighbours and(Neighbours other) {
        double[][] both = new double[nearest.length][1];
        int[] counts = new int[within.length];
        for (int i = 0; i < both.length; i++) {
            both[i][0] = Math.min(nearest[i][0], other.nearest[i][0]);
            counts[i] = within[i] + other.within[i];
        }
        return new Neighbours(both, first, counts);
    }
}
