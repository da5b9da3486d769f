package dev.understudy.job;

import dev.understudy.generate.GenerateSettings;
import dev.understudy.plan.Warning;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Schema;
import dev.understudy.schema.TableName;
import dev.understudy.target.PastRun;
import dev.understudy.target.RunRecord;
import dev.understudy.target.Situation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Goes on with a run that was cut off, or undoes it. Needs its model, never the source. */
public final class ResumeJob {
    private ResumeJob() {}

    /**
     * Fills the target with the rows that are missing: the same ones that the run would have written, had nothing stopped
     * it.
     *
     * @param name  of the run, or its beginning
     * @param model file of the run's model; empty for where a clone keeps it
     * @throws UnderstudyException {@link Problem#USAGE} if there is no such run, it came to its end, or the model is not the
     *     one that it began with; {@link Problem#UNSAFE} if others changed its rows. Nothing is written then
     */
    public static RunResult run(
            String name, Optional<Path> model, TargetEnd target, int threads, RunProgress progress) {
        try (OpenTarget filled = OpenTarget.open(target)) {
            PastRun run = cutOff(filled, name);
            RunRecord record = run.record();
            progress.begun(record.runId());
            Stopwatch watch = new Stopwatch(progress);
            watch.enter(RunPhase.PLAN);
            SavedModel saved = model(record, model);
            progress.ends("", filled.database().toString());
            List<Warning> warnings = new ArrayList<>(look(filled, saved, run));
            if (run.situation() == Situation.REPLACED) {
                warnings.add(
                        new Warning(
                                "resumed-from-start",
                                "",
                                "The run replaced rows in one step, so all of them were written again; the old ones served until then."));
            }
            GenerateSettings how = SettingsText.settings(record.settings(), record.seed(), threads);
            RunResult result = Filling.fill(record, saved, filled, how, warnings, watch, progress);
            return filled.release(result, saved.model(), "");
        }
    }

    /**
     * Puts the target back as it was before the run, in which nothing may have been changed since.
     *
     * @return the name of the run
     */
    public static String undo(String name, Optional<Path> model, TargetEnd target) {
        try (OpenTarget filled = OpenTarget.open(target)) {
            PastRun run = cutOff(filled, name);
            look(filled, model(run.record(), model), run);
            filled.undo(run.record());
            return run.record().runId();
        }
    }

    private static PastRun cutOff(OpenTarget filled, String name) {
        PastRun run = PastRuns.named(filled.database(), name);
        String id = run.record().runId();
        if (!run.state().isCutOff()) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "Run %s came to its end (%s); there is nothing to go on with."
                            .formatted(id, run.state().name().toLowerCase(Locale.ROOT)));
        }
        if (run.record().settings().isEmpty() || !run.record().version().equals(Version.TEXT)) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "Run %s was begun by Understudy %s, whose rows may be others than those of %s. Use that version, or run again."
                            .formatted(id, run.record().version(), Version.TEXT));
        }
        return run;
    }

    private static SavedModel model(RunRecord record, Optional<Path> told) {
        Path file = told.orElseGet(() -> SavedModel.standardFile(record.runId()));
        if (told.isEmpty() && !Files.exists(file)) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "The model of run %s is not at %s; say where it is with --model FILE."
                            .formatted(record.runId(), file));
        }
        SavedModel saved = SavedModel.read(file);
        if (!saved.digest().equals(record.modelDigest())) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "%s is not the model that run %s began with; its rows would not fit those that are there."
                            .formatted(file, record.runId()));
        }
        return saved;
    }

    private static List<Warning> look(OpenTarget filled, SavedModel saved, PastRun run) {
        Schema schema = saved.model().schema();
        Set<TableName> written = OpenTarget.written(GenerateJob.modes(saved.model()));
        return filled.lookAgain(schema, written, run);
    }
}
