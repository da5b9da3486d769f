package dev.understudy.privacy;

import java.util.Arrays;
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

    /** Points of the curve: shares of others accused, and of members found; from (0, 0) to (1, 1). */
    double[][] curve(int points) {
        double members =
                IntStream.range(0, member.length).filter(i -> member[i]).count();
        double others = member.length - members;
        double[][] curve = new double[points + 1][];
        double found = 0;
        double accused = 0;
        int next = 0;
        for (int i : order) {
            while (next <= points && accused / others >= (double) next / points) {
                curve[next] = new double[] {(double) next / points, found / members};
                next++;
            }
            found += member[i] ? 1 : 0;
            accused += member[i] ? 0 : 1;
        }
        for (; next <= points; next++) {
            curve[next] = new double[] {(double) next / points, 1};
        }
        return Arrays.copyOf(curve, points + 1);
    }
}
