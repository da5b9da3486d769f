package dev.understudy.privacy;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Families by how sure an attack is of them, for areas and rates under changing weights. */
final class Ranking {
    private final double[] scores;
    private final boolean[] member;
    private final int[] order;

    Ranking(double[] scores, boolean[] member) {
        this.scores = scores;
        this.member = member;
        this.order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * Area under the curve, and rates of members found at rates of others accused. Equal scores count half.
     *
     * @param area      in [0, 1]; 0.5 for guessing
     * @param atHundred share of the members found while at most 1 % of the others are accused
     * @param atTen     likewise 10 %
     */
    record Rates(double area, double atHundred, double atTen) {}

    /** @param weights how often each family counts */
    Rates rates(int[] weights) {
        double members = 0;
        double others = 0;
        for (int i = 0; i < weights.length; i++) {
            members += member[i] ? weights[i] : 0;
            others += member[i] ? 0 : weights[i];
        }
        double found = 0;
        double accused = 0;
        double area = 0;
        double atHundred = 0;
        double atTen = 0;
        for (int at = 0; at < order.length; ) {
            double foundNow = 0;
            double accusedNow = 0;
            double score = scores[order[at]];
            for (; at < order.length && scores[order[at]] == score; at++) {
                int i = order[at];
                foundNow += member[i] ? weights[i] : 0;
                accusedNow += member[i] ? 0 : weights[i];
            }
            area += accusedNow * (found + foundNow / 2);
            found += foundNow;
            accused += accusedNow;
            atHundred = accused <= 0.01 * others ? found / members : atHundred;
            atTen = accused <= 0.1 * others ? found / members : atTen;
        }
        return new Rates(area / (members * others), atHundred, atTen);
    }

    /**
     * Points of the curve: shares of others accused, and of members found; from (0, 0) to (1, 1). Families with one score are
     * accused together, in a straight line.
     */
    double[][] curve(int points) {
        double members =
                IntStream.range(0, member.length).filter(i -> member[i]).count();
        double others = member.length - members;
        double[][] curve = new double[points + 1][];
        double found = 0;
        double accused = 0;
        int next = 0;
        for (int at = 0; at < order.length; ) {
            double foundBefore = found;
            double accusedBefore = accused;
            double score = scores[order[at]];
            for (; at < order.length && scores[order[at]] == score; at++) {
                found += member[order[at]] ? 1 / members : 0;
                accused += member[order[at]] ? 0 : 1 / others;
            }
            for (; next <= points && (double) next / points < accused; next++) {
                double along = ((double) next / points - accusedBefore) / (accused - accusedBefore);
                curve[next] = new double[] {(double) next / points, foundBefore + along * (found - foundBefore)};
            }
        }
        for (; next <= points; next++) {
            curve[next] = new double[] {(double) next / points, 1};
        }
        return curve;
    }
}
