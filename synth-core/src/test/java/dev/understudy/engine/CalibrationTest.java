package dev.understudy.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.understudy.calibrate.Calibration;
import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.DrawCounts;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.learn.DatabaseLearner;
import dev.understudy.learn.LearnProgress;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.Forest;
import dev.understudy.model.Tree;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A model whose leaves draw some codes too often, and what becomes of it. */
class CalibrationTest {
    private static DatabaseModel bent;
    private static DatabaseModel calibrated;

    @BeforeAll
    static void bendAndCalibrate() {
        MemoryDatabase real = Films.rows(5);
        bent = new DatabaseLearner(Films.request(real), LearnProgress.NONE)
                .learn(real)
                .mapForests(CalibrationTest::bent);
        calibrated = Calibration.of(bent, 2);
    }

    @Test
    void codesComeOutAsOftenAsTheyWere() {
        List<Double> before = errors(bent, bent);
        List<Double> after = errors(calibrated, bent);
        assertThat(before).hasSizeGreaterThan(3);
        assertThat(mean(before)).isGreaterThan(0.04);
        assertThat(mean(after)).isLessThan(0.4 * mean(before));
    }

    @Test
    void aFinishedModelHasNothingToBeHeldAgainst() {
        List<Forest> forests = forests(calibrated);
        assertThat(forests).isNotEmpty().noneMatch(forest -> forest.marginal().isKnown());
    }

    /** Total variation between what is drawn and what was learned, of each forest of which that is known. */
    private static List<Double> errors(DatabaseModel model, DatabaseModel known) {
        List<Forest> learned = forests(known);
        DatabaseModel counted = withMarginals(model, learned);
        DrawCounts counts = new DrawCounts(counted);
        new DatabaseGenerator(counted, GenerateSettings.DEFAULT.withSeed(99), GenerateProgress.NONE).draw(counts);
        List<Double> errors = new ArrayList<>();
        for (Forest forest : forests(counted)) {
            long[] drawn = counts.of(forest);
            long n = java.util.Arrays.stream(drawn).sum();
            double off = 0;
            for (int code = 0; code < drawn.length && n > 0; code++) {
                off += Math.abs((double) drawn[code] / n - forest.marginal().shares()[code]) / 2;
            }
            if (n > 0) {
                errors.add(off);
            }
        }
        return errors;
    }

    private static DatabaseModel withMarginals(DatabaseModel model, List<Forest> learned) {
        int[] place = {0};
        return model.mapForests(forest -> {
            Forest of = learned.get(place[0]++);
            return new Forest(forest.features(), forest.guided(), forest.index(), forest.trees(), of.marginal());
        });
    }

    private static List<Forest> forests(DatabaseModel model) {
        return model.forests().toList();
    }

    private static double mean(List<Double> of) {
        return of.stream().mapToDouble(error -> error).average().orElse(0);
    }

    private static Forest bent(Forest forest) {
        return forest.marginal().isKnown()
                ? forest.with(forest.trees().stream().map(CalibrationTest::bent).toList())
                : forest;
    }

    /** Higher codes of each leaf a fifth rarer. */
    private static Tree bent(Tree tree) {
        short[] cumulative = tree.cumulative().clone();
        for (int leaf = 0; leaf < tree.leaves(); leaf++) {
            int to = tree.starts()[leaf + 1];
            for (int entry = tree.starts()[leaf]; entry < to - 1; entry++) {
                double share = (double) cumulative[entry] / cumulative[to - 1];
                cumulative[entry] = (short) Math.round(cumulative[to - 1] * Math.pow(share, 0.8));
            }
        }
        return tree.withLeaves(tree.starts(), tree.codes(), cumulative);
    }
}
