package dev.understudy.job;

import dev.understudy.generate.GenerateSettings;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.TableMode;
import dev.understudy.model.TableModel;
import dev.understudy.plan.ChosenTables;
import dev.understudy.plan.PlanSettings;
import dev.understudy.plan.Warning;
import dev.understudy.schema.TableName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Model file → target. Never sees the source. */
public final class GenerateJob {
    private GenerateJob() {}

    /** @param planned only its scales count: modes and meanings are the model's */
    public static RunResult run(
            Path model, TargetEnd target, PlanSettings planned, RunSettings settings, RunProgress progress) {
        String runId = RunId.next();
        progress.begun(runId);
        Stopwatch watch = new Stopwatch(progress);
        watch.enter(RunPhase.PLAN);
        SavedModel saved = SavedModel.read(model);
        Map<TableName, Double> scales =
                ChosenTables.of(saved.model().schema(), planned).scales();
        try (OpenTarget filled = OpenTarget.open(target)) {
            progress.ends("", filled.database().toString());
            List<Warning> warnings =
                    new ArrayList<>(filled.look(saved.model().schema(), OpenTarget.written(modes(saved.model()))));
            GenerateSettings how = new GenerateSettings(planned.scale(), scales, settings.seed(), settings.threads());
            RunResult result = Filling.fill(runId, saved, "", filled, how, warnings, watch, progress);
            return filled.release(result, saved.model(), "");
        }
    }

    /** How each table of a model gets its rows. */
    static Map<TableName, TableMode> modes(DatabaseModel model) {
        Map<TableName, TableMode> modes = new LinkedHashMap<>();
        for (TableModel table : model.tables()) {
            modes.put(table.name(), table.mode());
        }
        return modes;
    }
}
