package dev.understudy.job;

import dev.understudy.compare.FamilyRows;
import dev.understudy.judging.EvaluationPlan;
import dev.understudy.judging.MatchedTables;
import dev.understudy.judging.Samples;
import dev.understudy.plan.Plan;
import dev.understudy.plan.PlanSettings;
import dev.understudy.plan.Planner;
import dev.understudy.privacy.OtherTables;
import dev.understudy.privacy.PrivacyResult;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.read.SnapshotSource;
import dev.understudy.report.Judge;
import dev.understudy.report.JudgeSettings;
import dev.understudy.report.JudgedData;
import dev.understudy.report.Notice;
import dev.understudy.report.ReleaseFacts;
import dev.understudy.report.Report;
import java.util.List;
import java.util.Optional;

/** Judges any two databases or folders of CSV files of one schema. Writes nothing into either. */
public final class ReportJob {
    private ReportJob() {}

    /**
     * @param heldOut real data that nothing was made from; empty if there are none
     * @throws UnderstudyException if an end cannot be read, or the two have no table in common
     */
    public static Report run(
            DataSet real,
            DataSet synthetic,
            Optional<DataSet> heldOut,
            PlanSettings planned,
            JudgeSettings settings,
            RunProgress progress) {
        Stopwatch watch = new Stopwatch(progress);
        watch.enter(RunPhase.PLAN);
        FamilyRows families;
        EvaluationPlan plan;
        MatchedTables matched;
        FamilyRows made;
        Optional<FamilyRows> held;
        try (OpenDataSet open = OpenDataSet.open(real);
                OpenDataSet other = OpenDataSet.open(synthetic, open.schema())) {
            progress.ends(open.title(), other.title());
            try (SnapshotSource rows = open.snapshot(planned)) {
                Plan ofReal = Planner.plan(open.schema(), rows, planned, open.judge());
                progress.planned(ofReal);
                plan = Learning.evaluation(ofReal);
                plan.refuseUnknown(settings);
                matched = MatchedTables.of(plan.columns(), other.schema());
                if (matched.columns().isEmpty()) {
                    throw new UnderstudyException(
                            Problem.USAGE,
                            "The real and the synthetic data have no table in common; check where they are, and --schema.");
                }
                watch.enter(RunPhase.READ);
                families = new Samples(plan, matched).read(rows);
            }
            made = read(other, plan, matched);
            held = heldOut.map(end -> {
                try (OpenDataSet kept = OpenDataSet.open(end, open.schema())) {
                    return read(kept, plan, MatchedTables.of(matched.columns(), kept.schema()));
                }
            });
        }
        watch.enter(RunPhase.EVALUATE);
        JudgedData data = new Samples(plan, matched).judged(real.place(), synthetic.place(), families, made, held);
        Report report = new Judge(data, settings).report();
        watch.stop();
        return report.with(
                watch.seconds(),
                matched.missing().stream()
                        .map(warning -> new Notice(warning.id(), warning.object(), warning.text()))
                        .toList());
    }

    /** What a release card can say of data that somebody else made. */
    public static ReleaseFacts facts(Report report) {
        return new ReleaseFacts(
                Version.TEXT,
                "",
                "",
                report.real(),
                "",
                report.privacy().stream()
                        .map(PrivacyResult::subject)
                        .filter(subject -> !subject.equals(OtherTables.NAME))
                        .toList(),
                "not known; the data were judged, not made, by this run",
                List.of(),
                List.of(),
                List.of());
    }

    private static FamilyRows read(OpenDataSet end, EvaluationPlan plan, MatchedTables matched) {
        try (SnapshotSource rows = end.snapshot(PlanSettings.DEFAULT)) {
            return new Samples(plan, matched).read(Samples.renamed(rows, matched));
        }
    }
}
