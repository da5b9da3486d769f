package dev.understudy.job;

import dev.understudy.model.DatabaseModel;
import dev.understudy.plan.Plan;
import dev.understudy.plan.PlanSettings;
import dev.understudy.plan.PlannedTable;
import dev.understudy.plan.Warning;
import dev.understudy.read.SnapshotSource;
import dev.understudy.semantic.WordLists;
import java.util.ArrayList;
import java.util.List;

/** Source → model file. Needs no target. */
public final class LearnJob {
    private LearnJob() {}

    /** @throws dev.understudy.problem.UnderstudyException if the source cannot be read, or a wish fits no table */
    public static RunResult run(
            SourceSettings source, PlanSettings planned, RunSettings settings, RunProgress progress) {
        WordLists.readAhead();
        String runId = RunId.next();
        progress.begun(runId);
        Stopwatch watch = new Stopwatch(progress);
        watch.enter(RunPhase.PLAN);
        try (Source open = Source.open(source)) {
            progress.ends(open.database().toString(), "");
            Plan plan;
            DatabaseModel model;
            List<Warning> warnings;
            try (SnapshotSource rows = open.snapshot(planned)) {
                plan = open.plan(rows, planned);
                progress.planned(plan);
                model = Learning.learn(plan, rows, settings, watch, progress);
                warnings = new ArrayList<>(plan.warnings());
                rows.warnings().forEach(text -> warnings.add(new Warning("snapshot", "", text)));
            }
            SavedModel saved = SavedModel.write(model, settings, runId);
            return result(runId, plan.tables(), saved, settings, watch, warnings);
        }
    }

    /** @param learned tables that the model was learned from in this run */
    static RunResult result(
            String runId,
            List<PlannedTable> learned,
            SavedModel saved,
            RunSettings settings,
            Stopwatch watch,
            List<Warning> warnings) {
        return new RunResult(
                runId,
                "done",
                settings.seed(),
                saved.digest(),
                saved.file().toString(),
                watch.seconds(),
                learned.stream()
                        .map(table ->
                                new TableResult(table.name(), ModeTitle.of(table.mode()), table.sourceRows(), 0, 0))
                        .toList(),
                0,
                List.of(),
                warnings);
    }
}
