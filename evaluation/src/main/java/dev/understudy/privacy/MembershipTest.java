package dev.understudy.privacy;

import dev.understudy.privacy.Ranking.Rates;
import dev.understudy.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * P2 and P3: whether attacks find out who was learned from, among all families, among the most outlying and among protected
 * groups. Members, others and
 * thresholds are bootstrapped together, by family. Areas and rates of members do not depend on how many members there are, so
 * all attacked ones count: the mean over all draws of as many as there are others.
 */
final class MembershipTest {
    private static final int REPEATS = 200;
    private static final int FEWEST = 200;
    private static final int FEWEST_OUTLIERS = 30;
    private static final int FEWEST_FOR_HUNDRED = 1_000;
    private static final int FEWEST_OUTLIERS_FOR_HUNDRED = 2_000;

    private MembershipTest() {}

    /** One statistic of one attack on one group, before all are judged together. */
    private record Measured(String test, String name, int n, double mean, double error, double threshold) {
        double chance() {
            return error == 0 ? mean > threshold ? 0 : 1 : Odds.above((mean - threshold) / error);
        }
    }

    /** All results; Holm's correction over all attacks and groups, at 5 %. */
    static List<TestResult> results(Attacked attacked, Draws draws) {
        return results(attacked, List.of(), draws);
    }

    /** @param groups that need protection of their own, judged like the most outlying families */
    static List<TestResult> results(Attacked attacked, List<ProtectedGroup> groups, Draws draws) {
        List<TestResult> results = new ArrayList<>();
        List<Measured> measured = new ArrayList<>();
        int others = attacked.others();
        if (others < FEWEST) {
            results.add(TestResult.inconclusive(
                    "P2", "membership", others, "needs %d families that were held out".formatted(FEWEST)));
        } else {
            boolean hundred = others >= FEWEST_FOR_HUNDRED;
            measure(
                    "P2",
                    "",
                    attacked,
                    0.52,
                    hundred ? 0.02 : Double.NaN,
                    hundred ? Double.NaN : 0.13,
                    draws,
                    measured);
        }
        measureApart("outlying", attacked.outliers(), draws.at("P3"), results, measured);
        for (ProtectedGroup group : groups) {
            measureApart(group.name(), attacked.group(group.in()), draws.at(group.name()), results, measured);
        }
        results.addAll(judged(measured));
        return results;
    }

    /** P3 on one group. */
    private static void measureApart(
            String group, Attacked apart, Draws draws, List<TestResult> results, List<Measured> measured) {
        int others = apart.others();
        if (others < FEWEST_OUTLIERS || others == apart.family().length) {
            results.add(TestResult.inconclusive(
                    "P3",
                    "membership, " + group,
                    others,
                    "needs %d families (%s) that were held out, and some that were learned"
                            .formatted(FEWEST_OUTLIERS, group)));
            return;
        }
        boolean hundred = others >= FEWEST_OUTLIERS_FOR_HUNDRED;
        measure("P3", ", " + group, apart, 0.55, hundred ? 0.05 : Double.NaN, Double.NaN, draws, measured);
    }

    private static void measure(
            String test,
            String group,
            Attacked attacked,
            double area,
            double atHundred,
            double atTen,
            Draws draws,
            List<Measured> measured) {
        int n = attacked.others();
        List<int[]> weights = weights(attacked, draws.at(test));
        for (int attack = 0; attack < attacked.scores().length; attack++) {
            Ranking ranking = new Ranking(attacked.scores()[attack], attacked.member());
            List<Rates> rates = weights.stream().map(ranking::rates).toList();
            String name = MembershipAttack.NAMES.get(attack) + group;
            measured.add(measured(
                    test,
                    "AUC, " + name,
                    n,
                    rates.stream().mapToDouble(Rates::area).toArray(),
                    area));
            if (!Double.isNaN(atHundred)) {
                measured.add(measured(
                        test,
                        "TPR at 1 % FPR, " + name,
                        n,
                        rates.stream().mapToDouble(Rates::atHundred).toArray(),
                        atHundred));
            }
            if (!Double.isNaN(atTen)) {
                measured.add(measured(
                        test,
                        "TPR at 10 % FPR, " + name,
                        n,
                        rates.stream().mapToDouble(Rates::atTen).toArray(),
                        atTen));
            }
        }
    }

    private static Measured measured(String test, String name, int n, double[] values, double threshold) {
        double mean = Arrays.stream(values).average().orElse(Double.NaN);
        double variance =
                Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / (values.length - 1);
        return new Measured(test, name, n, mean, Math.sqrt(variance), threshold);
    }

    /** Per repeat, how often each family counts. */
    private static List<int[]> weights(Attacked attacked, Draws draws) {
        List<int[]> all = new ArrayList<>();
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            Draws resample = draws.at("bootstrap").at(repeat);
            int[] weights = new int[attacked.family().length];
            Arrays.setAll(weights, i -> poisson(resample.unit(attacked.family()[i])));
            all.add(weights);
        }
        return all;
    }

    /** How often an item of a large bootstrap sample comes, nearly: Poisson with mean one. */
    private static int poisson(double u) {
        double chance = Math.exp(-1);
        int n = 0;
        for (double below = chance; u > below && n < 10; below += chance) {
            n++;
            chance /= n;
        }
        return n;
    }

    private static List<TestResult> judged(List<Measured> measured) {
        List<Measured> byChance = measured.stream()
                .sorted((a, b) -> Double.compare(a.chance(), b.chance()))
                .toList();
        int rejected = 0;
        while (rejected < byChance.size() && byChance.get(rejected).chance() < 0.05 / (byChance.size() - rejected)) {
            rejected++;
        }
        List<Measured> failed = byChance.subList(0, rejected);
        double width = measured.isEmpty() ? 0 : Odds.pointAbove(0.05 / measured.size());
        return measured.stream()
                .map(one -> new TestResult(
                        one.test(),
                        one.name(),
                        one.mean(),
                        Math.max(0, one.mean() - width * one.error()),
                        Math.min(1, one.mean() + width * one.error()),
                        one.n(),
                        one.threshold(),
                        failed.contains(one) ? Verdict.FAIL : Verdict.PASS,
                        ""))
                .toList();
    }
}
