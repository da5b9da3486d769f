package dev.understudy.job;

import dev.understudy.connect.Answers;
import dev.understudy.connect.Database;
import dev.understudy.found.Found;
import dev.understudy.found.FoundDependencies;
import dev.understudy.plan.Acknowledgement;
import dev.understudy.plan.Estimate;
import dev.understudy.plan.Plan;
import dev.understudy.plan.PlanSettings;
import dev.understudy.plan.Warning;
import dev.understudy.read.SnapshotSource;
import dev.understudy.schema.TableName;
import dev.understudy.schema.Vendor;
import dev.understudy.semantic.WordLists;
import dev.understudy.sql.statement.TableSizes;
import dev.understudy.target.Outlook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Source → plan. Writes nothing anywhere. */
public final class PlanJob {
    private PlanJob() {}

    /**
     * @param source   the source in words
     * @param plan     what a run would do
     * @param found    what holds in the rows though nobody declares it
     * @param losses   what the target will lack or have in another shape
     * @param target   what a run would do to the target; empty without one
     * @param estimate what a clone is going to take
     */
    public record Planned(
            String source,
            Plan plan,
            Found found,
            List<Warning> losses,
            Optional<PlannedTarget> target,
            Estimate estimate) {
        /** Every warning, those of the plan first. */
        public List<Warning> warnings() {
            return Stream.concat(plan.warnings().stream(), losses.stream()).toList();
        }
    }

    /** @param name the target in words */
    public record PlannedTarget(String name, Outlook outlook) {}

    /**
     * @param target if the run would have one: it is looked at, not written
     * @param known  warnings that the operator accepts
     */
    public static Planned run(
            SourceSettings source, PlanSettings settings, Optional<TargetEnd> target, List<Acknowledgement> known) {
        WordLists.readAhead();
        try (Source open = Source.open(source)) {
            Plan plan;
            Found found;
            List<Warning> losses = new ArrayList<>();
            try (SnapshotSource rows = open.snapshot(settings)) {
                plan = open.plan(rows, settings);
                found = FoundDependencies.of(plan, rows);
                rows.warnings().forEach(text -> losses.add(new Warning("snapshot", "", text)));
            }
            Vendor vendor = open.database().vendor();
            Optional<PlannedTarget> planned = Optional.empty();
            if (target.isPresent()) {
                try (OpenTarget filled = OpenTarget.open(target.get())) {
                    filled.refuse(open.database());
                    losses.addAll(filled.look(plan.schema(), OpenTarget.written(plan.modes())));
                    vendor = filled.database().vendor();
                    planned = Optional.of(new PlannedTarget(filled.database().toString(), filled.outlook()));
                }
            } else {
                losses.addAll(OpenTarget.losses(plan.schema(), vendor));
            }
            losses.addAll(Acknowledgement.unused(
                    known,
                    Stream.concat(plan.warnings().stream(), losses.stream()).toList()));
            return new Planned(
                    open.database().toString(),
                    plan.acknowledged(known),
                    found,
                    Acknowledgement.apply(known, losses),
                    planned,
                    Estimate.of(plan, sizes(open.database()), vendor));
        }
    }

    private static Map<TableName, Long> sizes(Database source) {
        Map<TableName, Long> sizes = new HashMap<>();
        TableSizes.query(source.vendor())
                .ifPresent(query -> source.with("Asking " + source + " for the sizes of its tables", connection -> {
                    for (List<String> row : Answers.rows(connection, query, 3)) {
                        if (row.get(2) != null) {
                            sizes.put(new TableName(row.get(0), row.get(1)), Long.valueOf(row.get(2)));
                        }
                    }
                    return null;
                }));
        return sizes;
    }
}
