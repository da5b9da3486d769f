package dev.understudy.job;

import dev.understudy.drift.DataChange;
import dev.understudy.drift.DataDrift;
import dev.understudy.drift.Drift;
import dev.understudy.drift.DriftLimits;
import dev.understudy.drift.SchemaChange;
import dev.understudy.drift.SchemaDrift;
import dev.understudy.drift.Spread;
import dev.understudy.model.DatabaseModel;
import dev.understudy.plan.FillTrial;
import dev.understudy.plan.Plan;
import dev.understudy.plan.PlanSettings;
import dev.understudy.plan.Planner;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.read.SnapshotSource;
import dev.understudy.schema.Schema;
import java.nio.file.Path;
import java.util.List;

/** Source against model file: what changed since it was learned. Writes nothing. */
public final class DiffJob {
    private DiffJob() {}

    /**
     * @param source in words
     * @param digest of the model
     * @param drift  what changed
     */
    public record Difference(String source, String digest, Drift drift) {}

    /** @throws UnderstudyException if the model is of another vendor, or an end cannot be read */
    public static Difference run(
            SourceSettings source, PlanSettings planned, Path model, DriftLimits limits, RunProgress progress) {
        Stopwatch watch = new Stopwatch(progress);
        watch.enter(RunPhase.PLAN);
        SavedModel saved = SavedModel.read(model);
        try (Source open = Source.open(source)) {
            progress.ends(open.database().toString(), "");
            return new Difference(
                    open.database().toString(), saved.digest(), drift(open, planned, saved.model(), limits, watch));
        }
    }

    private static Drift drift(
            Source open, PlanSettings planned, DatabaseModel model, DriftLimits limits, Stopwatch watch) {
        refuseOtherVendor(model, open.schema());
        try (SnapshotSource rows = open.snapshot(planned)) {
            Plan plan = Planner.planToLearn(open.schema(), rows, planned, open.judge(), FillTrial.NONE);
            watch.enter(RunPhase.READ);
            Drift drift = drift(plan, Spread.read(Learning.evaluation(plan), rows), model, limits);
            watch.stop();
            return drift;
        }
    }

    /** What changed between a model and a source. @param spread of the source's rows */
    static Drift drift(Plan plan, Spread spread, DatabaseModel model, DriftLimits limits) {
        refuseOtherVendor(model, plan.schema());
        List<SchemaChange> schema = SchemaDrift.between(model.schema(), plan.schema());
        boolean comparable = !model.profile().tables().isEmpty();
        List<DataChange> data = comparable ? DataDrift.between(model.profile(), spread, limits) : List.of();
        return new Drift(schema, data, comparable);
    }

    private static void refuseOtherVendor(DatabaseModel model, Schema found) {
        if (model.schema().vendor() != found.vendor()) {
            throw new UnderstudyException(
                    Problem.USAGE,
                    "The model was learned from %s, the source is %s."
                            .formatted(
                                    model.schema().vendor().title(),
                                    found.vendor().title()));
        }
    }
}
