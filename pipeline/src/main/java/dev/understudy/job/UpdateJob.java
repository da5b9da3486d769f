package dev.understudy.job;

import dev.understudy.drift.Drift;
import dev.understudy.drift.DriftLimits;
import dev.understudy.drift.Profiler;
import dev.understudy.drift.Spread;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.Profile;
import dev.understudy.model.Profile.TableProfile;
import dev.understudy.model.TableModel;
import dev.understudy.plan.Plan;
import dev.understudy.plan.PlanSettings;
import dev.understudy.plan.Warning;
import dev.understudy.read.SnapshotSource;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TableName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Source and an earlier model → a model of what the source is now. Tables that changed are learned again, and with them all
 * that hang together with them by links, since what is known of a table is told by the rows around it; the others stay as they
 * were learned.
 */
public final class UpdateJob {
    private UpdateJob() {}

    /**
     * The model is written to where the settings say, else over the earlier one; of a source that did not change it is the
     * earlier model.
     *
     * @return a result that lists the tables that were learned again
     * @throws dev.understudy.problem.UnderstudyException if the source or the model cannot be read, or do not fit together
     */
    public static RunResult run(
            SourceSettings source,
            PlanSettings planned,
            Path earlier,
            DriftLimits limits,
            RunSettings settings,
            RunProgress progress) {
        String runId = RunId.next();
        progress.begun(runId);
        Stopwatch watch = new Stopwatch(progress);
        watch.enter(RunPhase.PLAN);
        Supplier<SavedModel> reading = SavedModel.reading(earlier);
        try (Source open = Source.open(source)) {
            DatabaseModel before = reading.get().model();
            progress.ends(open.database().toString(), "");
            Plan plan;
            DatabaseModel model;
            Set<TableName> again;
            try (SnapshotSource rows = open.snapshot(planned)) {
                plan = open.planToLearn(rows, planned);
                progress.planned(plan);
                watch.enter(RunPhase.READ);
                Spread spread = Spread.read(Learning.evaluation(plan), rows);
                Drift drift = DiffJob.drift(plan, spread, before, limits);
                again = drift.compared() ? together(plan, before, drift) : all(plan);
                model = before;
                if (!again.isEmpty()) {
                    DatabaseModel some = Learning.learn(plan, rows, again, settings, watch, progress);
                    model = merged(some, before, again, Profiler.profile(spread, again));
                }
                if (again.size() < plan.tables().size() && !model.settings().equals(before.settings())) {
                    // Tables that were learned otherwise do not go together.
                    again = all(plan);
                    model = Learning.learn(plan, rows, settings, watch, progress);
                }
            }
            SavedModel saved = SavedModel.write(
                    model, settings.model().isPresent() ? settings : settings.withModel(earlier), runId);
            List<Warning> warnings = new ArrayList<>(plan.warnings());
            warnings.add(new Warning(
                    "kept",
                    "",
                    "%d of %d tables did not change and were not learned again"
                            .formatted(
                                    plan.tables().size() - again.size(),
                                    plan.tables().size())));
            Set<TableName> learned = again;
            return LearnJob.result(
                    runId,
                    plan.tables().stream()
                            .filter(table -> learned.contains(table.name()))
                            .toList(),
                    saved,
                    settings,
                    watch,
                    warnings);
        }
    }

    private static Set<TableName> all(Plan plan) {
        return new LinkedHashSet<>(plan.modes().keySet());
    }

    /** Tables that changed, or are to be treated otherwise, with all that links connect them with, then or now. */
    private static Set<TableName> together(Plan plan, DatabaseModel before, Drift drift) {
        Set<TableName> again = new LinkedHashSet<>(drift.tables());
        plan.modes().forEach((table, mode) -> {
            if (before.table(table).filter(one -> one.mode() == mode).isEmpty()) {
                again.add(table);
            }
        });
        boolean grown = true;
        while (grown) {
            grown = false;
            for (ForeignKey link : (Iterable<ForeignKey>) Stream.concat(
                    plan.schema().foreignKeys().stream(), before.schema().foreignKeys().stream())::iterator) {
                if (again.contains(link.child()) != again.contains(link.parent())) {
                    again.add(link.child());
                    again.add(link.parent());
                    grown = true;
                }
            }
        }
        again.retainAll(plan.modes().keySet());
        return again;
    }

    /** @param profile of the tables that were learned again; the others are still held against what they were learned from */
    private static DatabaseModel merged(
            DatabaseModel some, DatabaseModel before, Set<TableName> again, Profile profile) {
        List<TableModel> tables = some.tables().stream()
                .map(table -> again.contains(table.name())
                        ? table
                        : before.table(table.name()).orElse(table))
                .toList();
        Map<TableName, TableProfile> profiles = new HashMap<>();
        Stream.concat(before.profile().tables().stream(), profile.tables().stream())
                .forEach(table -> profiles.put(table.name(), table));
        return new DatabaseModel(
                some.format(),
                some.schema(),
                tables,
                some.settings(),
                new Profile(some.tables().stream()
                        .filter(table -> profiles.containsKey(table.name()))
                        .map(table -> profiles.get(table.name()))
                        .toList()));
    }
}
