package dev.understudy.job;

import dev.understudy.plan.Plan;
import dev.understudy.plan.PlanSettings;
import dev.understudy.plan.Warning;
import dev.understudy.read.SnapshotSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Source → plan. Writes nothing anywhere. */
public final class PlanJob {
    private PlanJob() {}

    /**
     * @param source the source in words
     * @param plan   what a run would do
     * @param losses what the target will lack or have in another shape; empty without a target
     */
    public record Planned(String source, Plan plan, List<Warning> losses) {}

    /** @param target if the run would have one: it is looked at, not written */
    public static Planned run(SourceSettings source, PlanSettings settings, Optional<TargetEnd> target) {
        try (Source open = Source.open(source)) {
            Plan plan;
            List<Warning> losses = new ArrayList<>();
            try (SnapshotSource rows = open.snapshot(settings)) {
                plan = open.plan(rows, settings);
                rows.warnings().forEach(text -> losses.add(new Warning("snapshot", "", text)));
            }
            if (target.isPresent()) {
                try (OpenTarget filled = OpenTarget.open(target.get())) {
                    filled.refuse(open.database());
                    losses.addAll(filled.look(plan.schema(), OpenTarget.written(plan.modes())));
                }
            } else {
                losses.addAll(OpenTarget.losses(plan.schema(), open.database().vendor()));
            }
            return new Planned(open.database().toString(), plan, losses);
        }
    }
}
