package dev.understudy.job;

import dev.understudy.generate.GenerateSettings;
import dev.understudy.model.DatabaseModel;
import dev.understudy.plan.Plan;
import dev.understudy.plan.PlanSettings;
import dev.understudy.plan.Planner;
import dev.understudy.plan.Warning;
import dev.understudy.read.SnapshotSource;
import java.util.ArrayList;
import java.util.List;

/** Source → model → target, verified. */
public final class CloneJob {
    private CloneJob() {}

    /**
     * The target is looked at before learning, and written only after the source was let go.
     *
     * @return a result whose violations are empty if every constraint holds
     * @throws dev.understudy.problem.UnderstudyException if an end cannot be used, or a wish fits no table; nothing is
     *     written then
     */
    public static RunResult run(
            SourceSettings source, TargetEnd target, PlanSettings planned, RunSettings settings, RunProgress progress) {
        String runId = RunId.next();
        Stopwatch watch = new Stopwatch(progress);
        watch.enter(RunPhase.PLAN);
        List<Warning> warnings = new ArrayList<>();
        try (OpenTarget filled = OpenTarget.open(target)) {
            Learned learned = learn(source, filled, planned, settings, warnings, watch, progress);
            SavedModel saved = SavedModel.write(learned.model(), settings, runId);
            GenerateSettings how =
                    new GenerateSettings(planned.scale(), learned.plan().scales(), settings.seed(), settings.threads());
            return Filling.fill(runId, saved, filled, how, warnings, watch, progress);
        }
    }

    private record Learned(Plan plan, DatabaseModel model) {}

    /** Everything that needs the source; it is let go before this returns. */
    private static Learned learn(
            SourceSettings source,
            OpenTarget filled,
            PlanSettings planned,
            RunSettings settings,
            List<Warning> warnings,
            Stopwatch watch,
            RunProgress progress) {
        try (Source open = Source.open(source)) {
            filled.refuse(open.database());
            progress.ends(open.database().toString(), filled.database().toString());
            try (SnapshotSource rows = open.snapshot(planned)) {
                Plan plan = Planner.plan(open.schema(), rows, planned, open.judge());
                warnings.addAll(plan.warnings());
                warnings.addAll(filled.look(plan.schema(), OpenTarget.written(plan.modes())));
                progress.planned(plan);
                DatabaseModel model = Learning.learn(plan, rows, settings, watch, progress);
                rows.warnings().forEach(text -> warnings.add(new Warning("snapshot", "", text)));
                return new Learned(plan, model);
            }
        }
    }
}
