package dev.understudy.job;

import dev.understudy.generate.GenerateSettings;
import dev.understudy.model.DatabaseModel;
import dev.understudy.plan.Plan;
import dev.understudy.plan.PlanSettings;
import dev.understudy.plan.Warning;
import dev.understudy.read.SnapshotSource;
import dev.understudy.report.Gate;
import dev.understudy.report.ReleaseCard;
import dev.understudy.report.ReportJson;
import dev.understudy.semantic.WordLists;
import dev.understudy.target.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

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
        return run(source, target, planned, settings, GateWish.NONE, progress);
    }

    /**
     * Judges what the model makes before the target sees any of it, if that is wished: where a gate stops, the model is kept and
     * the target is left as it was.
     */
    public static RunResult run(
            SourceSettings source,
            TargetEnd target,
            PlanSettings planned,
            RunSettings settings,
            GateWish wish,
            RunProgress progress) {
        WordLists.readAhead();
        String runId = RunId.next();
        progress.begun(runId);
        Stopwatch watch = new Stopwatch(progress);
        watch.enter(RunPhase.PLAN);
        List<Warning> warnings = new ArrayList<>();
        try (OpenTarget filled = OpenTarget.open(target)) {
            Learned learned = learn(source, filled, planned, settings, wish, warnings, watch, progress);
            SavedModel saved = SavedModel.write(learned.model(), settings, runId);
            learned.judged().ifPresent(told -> warn(told, warnings));
            if (learned.judged().filter(told -> told.report().isStopped()).isPresent()) {
                filled.refuse(
                        new RunRecord(
                                runId,
                                Version.TEXT,
                                saved.digest(),
                                settings.seed(),
                                "",
                                "",
                                filled.runBy(),
                                source.place()),
                        reason(learned.judged().orElseThrow()));
                return stopped(runId, saved, learned, settings, warnings, watch);
            }
            GenerateSettings how =
                    new GenerateSettings(planned.scale(), learned.plan().scales(), settings.seed(), settings.threads());
            RunResult result = Filling.fill(runId, saved, source.place(), filled, how, warnings, watch, progress);
            RunResult told = learned.judged().map(result::with).orElse(result);
            return filled.release(
                    told,
                    saved.model(),
                    told.judged()
                            .map(judged -> ReportJson.of(ReleaseCard.of(judged.report(), judged.facts())
                                    .publicPart()))
                            .orElse(""));
        }
    }

    private static String reason(Judged judged) {
        return judged.report().gates().stream()
                .filter(Gate::stops)
                .map(gate -> Double.isNaN(gate.threshold())
                        ? "%s: %s".formatted(gate.name(), gate.verdict())
                        : String.format(
                                Locale.ROOT, "%s: %.3f, asked for %.3f", gate.name(), gate.value(), gate.threshold()))
                .collect(Collectors.joining("; ", "A gate failed (", "); nothing was written."));
    }

    private record Learned(Plan plan, DatabaseModel model, Optional<Judged> judged) {}

    private static void warn(Judged told, List<Warning> warnings) {
        told.report()
                .notices()
                .forEach(notice -> warnings.add(new Warning(notice.id(), notice.object(), notice.text())));
        told.facts().rounds().forEach(round -> warnings.add(new Warning("round", "", round)));
    }

    private static RunResult stopped(
            String runId,
            SavedModel saved,
            Learned learned,
            RunSettings settings,
            List<Warning> warnings,
            Stopwatch watch) {
        return new RunResult(
                        runId,
                        "gate-failed",
                        settings.seed(),
                        saved.digest(),
                        saved.file().toString(),
                        watch.seconds(),
                        learned.plan().tables().stream()
                                .map(table -> new TableResult(
                                        table.name(), ModeTitle.of(table.mode()), table.sourceRows(), 0, 0))
                                .toList(),
                        0,
                        List.of(),
                        warnings)
                .with(learned.judged().orElseThrow());
    }

    /** Everything that needs the source; it is let go before this returns. */
    private static Learned learn(
            SourceSettings source,
            OpenTarget filled,
            PlanSettings planned,
            RunSettings settings,
            GateWish wish,
            List<Warning> warnings,
            Stopwatch watch,
            RunProgress progress) {
        try (Source open = Source.open(source)) {
            filled.refuse(open.database());
            progress.ends(open.database().toString(), filled.database().toString());
            try (SnapshotSource rows = open.snapshot(planned)) {
                Plan plan = open.plan(rows, planned);
                warnings.addAll(plan.warnings());
                warnings.addAll(filled.look(plan.schema(), OpenTarget.written(plan.modes())));
                progress.planned(plan);
                rows.warnings().forEach(text -> warnings.add(new Warning("snapshot", "", text)));
                if (wish.asked()) {
                    String name = source.access().place();
                    JudgedLearning.Outcome outcome = new JudgedLearning(plan, rows, settings, wish, name, watch).run();
                    return new Learned(plan, outcome.model(), Optional.of(outcome.judged()));
                }
                return new Learned(plan, Learning.learn(plan, rows, settings, watch, progress), Optional.empty());
            }
        }
    }
}
