package dev.understudy.privacy;

import dev.understudy.privacy.DuplicateTest.Attack;
import dev.understudy.privacy.PrivacyResult.Control;
import dev.understudy.random.Draws;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether the suite sees what is there: outlying families planted verbatim, and with a third of their cells redrawn, must alarm
 * it; reference families in the place of the synthetic ones must not.
 */
final class Controls {
    private static final double PLANTED = 0.02;
    private static final int FEWEST_PLANTED = 20;
    private static final double REDRAWN = 0.3;

    private final FamilySample real;
    private final List<Fold> folds;
    private final List<int[]> members;
    private final List<MembershipAttack> attacks;
    private final DuplicateTest duplicates;
    private final Draws draws;

    Controls(
            FamilySample real,
            List<Fold> folds,
            List<int[]> members,
            List<MembershipAttack> attacks,
            DuplicateTest duplicates,
            Draws draws) {
        this.real = real;
        this.folds = folds;
        this.members = members;
        this.attacks = attacks;
        this.duplicates = duplicates;
        this.draws = draws;
    }

    List<Control> run() {
        return List.of(verbatim(), near(), reference());
    }

    private int[] planted(int fold) {
        int train = folds.get(fold).families(Part.TRAIN).length;
        return attacks.get(fold).mostOutlying((int) Math.max(PLANTED * train, FEWEST_PLANTED));
    }

    private Control verbatim() {
        List<Attacked> attacked = new ArrayList<>();
        List<Attack> rows = new ArrayList<>();
        for (int f = 0; f < folds.size(); f++) {
            int[] planted = planted(f);
            attacked.add(attacks.get(f).withPlants(values(planted)));
            rows.add(new Attack(folds.get(f), members.get(f), planted));
        }
        boolean rowsAlarm = duplicates.results(rows, draws).stream().anyMatch(Controls::failed);
        boolean attackAlarms = alarms(attacked, "P3");
        return new Control(
                "outlying families planted verbatim",
                rowsAlarm && attackAlarms,
                "P1 %s, P3 %s".formatted(said(rowsAlarm), said(attackAlarms)));
    }

    private Control near() {
        List<Attacked> attacked = new ArrayList<>();
        for (int f = 0; f < folds.size(); f++) {
            double[][] values = values(planted(f));
            int[] reference = attacks.get(f).reference();
            for (int feature = 0; feature < values.length; feature++) {
                for (int i = 0; i < values[feature].length; i++) {
                    Draws cell = draws.at("redrawn").at(feature).at(i);
                    if (cell.unit(0) < REDRAWN) {
                        values[feature][i] = real.values()[feature][reference[cell.below(reference.length, 1)]];
                    }
                }
            }
            attacked.add(attacks.get(f).withPlants(values));
        }
        boolean all = alarms(attacked, "P2");
        boolean apart = alarms(attacked, "P3");
        return new Control(
                "outlying families planted with 30 % of their cells redrawn",
                all || apart, "P2 %s, P3 %s".formatted(said(all), said(apart)));
    }

    private Control reference() {
        List<Attacked> attacked =
                attacks.stream().map(MembershipAttack::withReference).toList();
        List<TestResult> results = MembershipTest.results(Attacked.pooled(attacked), draws.at("negative"));
        boolean alarmed = results.stream().anyMatch(Controls::failed);
        return new Control(
                "reference families in the place of the synthetic ones", !alarmed, "P2 and P3 " + said(alarmed));
    }

    private double[][] values(int[] families) {
        double[][] values = new double[real.values().length][];
        for (int feature = 0; feature < values.length; feature++) {
            double[] of = real.values()[feature];
            values[feature] = IntStream.of(families).mapToDouble(f -> of[f]).toArray();
        }
        return values;
    }

    private boolean alarms(List<Attacked> attacked, String test) {
        return MembershipTest.results(Attacked.pooled(attacked), draws.at("control")).stream()
                .filter(result -> result.test().equals(test))
                .anyMatch(Controls::failed);
    }

    private static boolean failed(TestResult result) {
        return result.verdict() == Verdict.FAIL;
    }

    private static String said(boolean alarmed) {
        return alarmed ? "alarmed" : "silent";
    }
}
