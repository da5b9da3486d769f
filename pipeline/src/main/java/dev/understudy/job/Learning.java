package dev.understudy.job;

import dev.understudy.calibrate.CalibratedLearner;
import dev.understudy.drift.Profiler;
import dev.understudy.drift.Spread;
import dev.understudy.judging.EvaluationPlan;
import dev.understudy.learn.LearnProgress;
import dev.understudy.learn.LearnRequest;
import dev.understudy.learn.LearnSettings;
import dev.understudy.learn.Learners;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.TableMode;
import dev.understudy.plan.ChosenTables;
import dev.understudy.plan.DeclaredTexts;
import dev.understudy.plan.Plan;
import dev.understudy.plan.PlannedTable;
import dev.understudy.read.SnapshotSource;
import dev.understudy.schema.TableName;
import dev.understudy.sql.rules.ComputedLinks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Learns a model as planned. */
public final class Learning {
    private Learning() {}

    static DatabaseModel learn(
            Plan plan, SnapshotSource rows, RunSettings settings, Stopwatch watch, RunProgress progress) {
        DatabaseModel model = learn(plan, rows, plan.modes().keySet(), settings, watch, progress);
        return model.with(Profiler.profile(Spread.read(evaluation(plan), rows)));
    }

    /** Learns some tables only, without a profile; of the others the model says that they are left out. */
    static DatabaseModel learn(
            Plan plan,
            SnapshotSource rows,
            Set<TableName> some,
            RunSettings settings,
            Stopwatch watch,
            RunProgress progress) {
        LearnRequest all = request(plan, settings.threads());
        Map<TableName, TableMode> modes = new LinkedHashMap<>(all.modes());
        modes.replaceAll((table, mode) -> some.contains(table) ? mode : TableMode.SKIP);
        LearnRequest request = all.withModes(modes);
        watch.enter(RunPhase.READ);
        return new CalibratedLearner(request, new Told(watch, progress)).learn(rows);
    }

    static EvaluationPlan evaluation(Plan plan) {
        return new EvaluationPlan(plan, KnownRules.of(plan.schema()).labels().keySet());
    }

    /** What the learner is asked for, as planned. */
    public static LearnRequest request(Plan plan, int threads) {
        LearnSettings how = LearnSettings.DEFAULT
                .withK(plan.settings().k())
                .withThreads(threads)
                .withLocale(plan.settings().locale())
                .refined(plan.settings().refine())
                .with(plan.settings().limits())
                .with(new Learners(
                        plan.settings().learner(),
                        ChosenTables.of(plan.schema(), plan.settings()).learners()));
        KnownRules rules = KnownRules.of(plan.schema()).with(plan.schema(), plan.tried());
        return new LearnRequest(
                plan.schema(),
                plan.graph(),
                plan.modes(),
                plan.meanings(),
                rules.labels(),
                rules.byTable(),
                rules.totals(),
                rules.keys(),
                rules.askedOfRows(plan.schema()),
                filled(plan),
                DeclaredTexts.of(plan.schema(), plan.settings().columns()),
                ComputedLinks.expressions(plan.schema()),
                how);
    }

    private static Map<TableName, Long> filled(Plan plan) {
        return plan.tables().stream()
                .filter(table -> table.mode() == TableMode.FILL)
                .collect(Collectors.toMap(PlannedTable::name, PlannedTable::targetRows));
    }

    /** The learner reads everything before it learns the first table. */
    private static final class Told implements LearnProgress {
        private final Stopwatch watch;
        private final RunProgress progress;
        private boolean learning;

        Told(Stopwatch watch, RunProgress progress) {
            this.watch = watch;
            this.progress = progress;
        }

        @Override
        public void read(TableName table, long rows, long kept) {
            progress.read(table, rows, kept);
        }

        @Override
        public void learning(TableName table) {
            if (!learning) {
                learning = true;
                watch.enter(RunPhase.LEARN);
            }
        }

        @Override
        public void learned(TableName table) {
            progress.learned(table);
        }
    }
}
