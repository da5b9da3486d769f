package dev.understudy.privacy;

import dev.understudy.random.Draws;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * P6: whether synthetic families lie nearer to learned than to held-out ones. Indicative only: verbatim copies of some
 * outliers hardly move these shares.
 */
final class Closeness {
    private static final int MOST_SYNTHETIC = 5_000;
    private static final double MOST_SHARE = 0.55;

    private final FamilySample real;
    private final List<Double> toMembers = new ArrayList<>();
    private final List<Double> toOthers = new ArrayList<>();
    private double nearer;
    private double ratios;
    private double otherRatios;
    private int identical;
    private int otherIdentical;

    Closeness(FamilySample real) {
        this.real = real;
    }

    List<TestResult> results(List<EqualParts> parts, Draws draws) {
        for (EqualParts part : parts) {
            FamilySample made = part.fold().synthetic();
            int[] synthetic = Chosen.of(Chosen.upTo(made.families()), MOST_SYNTHETIC, draws.at("close"));
            Points points = part.scale().points(made.values(), synthetic);
            compare(
                    Neighbours.of(points, part.scale().points(real.values(), part.members()), 2, -1, false)
                            .nearest(),
                    Neighbours.of(points, part.scale().points(real.values(), part.others()), 2, -1, false)
                            .nearest());
        }
        int n = toMembers.size();
        if (n == 0) {
            return List.of(
                    TestResult.inconclusive("P6", "distance to the closest record", 0, "no family was held out"));
        }
        double share = nearer / n;
        double half = Odds.wilsonHalf(nearer, n);
        return List.of(
                new TestResult(
                        "P6",
                        "DCR share",
                        share,
                        Odds.wilsonMiddle(nearer, n) - half,
                        Odds.wilsonMiddle(nearer, n) + half,
                        n,
                        MOST_SHARE,
                        Odds.wilsonMiddle(nearer, n) - half > MOST_SHARE ? Verdict.FAIL : Verdict.PASS,
                        "indicative only; 0.5 is best"),
                shown("NNDR, learned less held-out", ratios / n - otherRatios / n, n),
                shown("identical share, learned less held-out", (double) (identical - otherIdentical) / n, n));
    }

    private static TestResult shown(String name, double value, int n) {
        return new TestResult(
                "P6", name, value, Double.NaN, Double.NaN, n, Double.NaN, Verdict.PASS, "indicative only; 0 is best");
    }

    private void compare(double[][] members, double[][] others) {
        for (int i = 0; i < members.length; i++) {
            double near = members[i][0];
            double far = others[i][0];
            if (!Double.isFinite(near) || !Double.isFinite(far)) {
                continue;
            }
            toMembers.add(near);
            toOthers.add(far);
            nearer += near < far ? 1 : near == far ? 0.5 : 0;
            ratios += ratio(members[i]);
            otherRatios += ratio(others[i]);
            identical += near == 0 ? 1 : 0;
            otherIdentical += far == 0 ? 1 : 0;
        }
    }

    private static double ratio(double[] nearest) {
        return nearest[1] == 0 || !Double.isFinite(nearest[1]) ? 1 : nearest[0] / nearest[1];
    }

    /** Distances of synthetic families to the nearest learned (first) and held-out (second), as shares of 20 equal bins. */
    double[][] histograms(double[] upper) {
        double[] all = new double[toMembers.size() + toOthers.size()];
        for (int i = 0; i < toMembers.size(); i++) {
            all[2 * i] = toMembers.get(i);
            all[2 * i + 1] = toOthers.get(i);
        }
        Arrays.sort(all);
        double most = all.length == 0 ? 1 : Math.max(1e-9, all[(int) (0.99 * (all.length - 1))]);
        upper[0] = most;
        return new double[][] {histogram(toMembers, most), histogram(toOthers, most)};
    }

    private static double[] histogram(List<Double> distances, double most) {
        double[] counts = new double[20];
        for (double distance : distances) {
            counts[(int) Math.min(19, 20 * distance / most)] += 1.0 / distances.size();
        }
        return counts;
    }
}
