package dev.understudy.job;

import dev.understudy.generate.GenerateSettings;
import dev.understudy.model.TableMode;
import dev.understudy.model.TableModel;
import dev.understudy.plan.Warning;
import dev.understudy.schema.TableName;
import dev.understudy.target.RunRecord;
import dev.understudy.target.TargetOutcome;
import dev.understudy.target.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Model → rows in the target → result. The second half of a clone, and all of generate. */
final class Filling {
    private Filling() {}

    /** @param source what the model was learned from, without credentials; empty if nobody knows */
    static RunResult fill(
            String runId,
            SavedModel saved,
            String source,
            OpenTarget target,
            GenerateSettings settings,
            List<Warning> warnings,
            Stopwatch watch,
            RunProgress progress) {
        RunRecord record = new RunRecord(
                runId,
                Version.TEXT,
                saved.digest(),
                settings.seed(),
                SettingsText.digest(settings),
                SettingsText.of(settings),
                target.runBy(),
                source);
        return fill(record, saved, target, settings, warnings, watch, progress);
    }

    /** As a run that has a name and was told its settings before. */
    static RunResult fill(
            RunRecord record,
            SavedModel saved,
            OpenTarget target,
            GenerateSettings settings,
            List<Warning> warnings,
            Stopwatch watch,
            RunProgress progress) {
        TableTimes times = new TableTimes(progress);
        TargetOutcome outcome = target.fill(saved.model(), record, settings, watch, times, progress);
        Verification checked = outcome.verification();
        List<RunResult.Broken> broken = broken(checked);
        List<Warning> all = new ArrayList<>(warnings);
        // What the plan expected is told as it came.
        all.removeIf(warning -> warning.id().equals(TableTimes.LEFT_OUT));
        all.addAll(times.warnings());
        outcome.failures()
                .forEach(failure -> all.add(new Warning("object-failed", failure.object(), failure.reason())));
        return new RunResult(
                record.runId(),
                broken.isEmpty() ? "done" : "violated",
                settings.seed(),
                saved.digest(),
                saved.file().toString(),
                watch.seconds(),
                saved.model().tables().stream()
                        .map(table -> result(table, times))
                        .toList(),
                checked.checked(),
                broken,
                all);
    }

    static List<RunResult.Broken> broken(Verification checked) {
        return checked.violations().stream()
                .map(violation -> new RunResult.Broken(
                        violation.kind().name().toLowerCase(Locale.ROOT), violation.object(), violation.rows()))
                .toList();
    }

    private static TableResult result(TableModel table, TableTimes times) {
        TableName name = table.name();
        long source = table.mode().isLearned() ? table.sourceRows() : table.mode() == TableMode.FILL ? 0 : -1;
        return new TableResult(name, ModeTitle.of(table.mode()), source, times.rows(name), times.rowsPerSecond(name));
    }
}
