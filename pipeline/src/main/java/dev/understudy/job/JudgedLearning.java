package dev.understudy.job;

import dev.understudy.calibrate.CalibratedLearner;
import dev.understudy.compare.ChosenFamilies;
import dev.understudy.compare.FamilyRows;
import dev.understudy.compare.HeldRows;
import dev.understudy.data.RowSource;
import dev.understudy.drift.Profiler;
import dev.understudy.drift.Spread;
import dev.understudy.generate.DatabaseGenerator;
import dev.understudy.generate.GenerateProgress;
import dev.understudy.generate.GenerateSettings;
import dev.understudy.judging.EvaluationPlan;
import dev.understudy.judging.MadeRows;
import dev.understudy.judging.Split;
import dev.understudy.learn.LearnProgress;
import dev.understudy.learn.LearnRequest;
import dev.understudy.learn.LearnSettings;
import dev.understudy.model.DatabaseModel;
import dev.understudy.model.Profile;
import dev.understudy.plan.Plan;
import dev.understudy.report.Judge;
import dev.understudy.report.ReleaseFacts;
import dev.understudy.report.Report;
import dev.understudy.schema.TableName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;

/**
 * Learns, and judges what the model makes before a target sees any of it. With 10,000 families or more (16,000 for several
 * rounds) a fifth of them is not learned from; with fewer the procedure is audited five times, each time without a fifth, and the released model is learned
 * from all.
 */
final class JudgedLearning {
    private static final long ENOUGH_FAMILIES = 10_000;
    /** A twentieth of fewer has too few outlying families for a verdict. */
    private static final long ENOUGH_FOR_ROUNDS = 16_000;

    private static final long FEWEST_FAMILIES = 200;

    private final Plan plan;
    private final EvaluationPlan evaluation;
    private final RunSettings settings;
    private final GateWish wish;
    private final String source;
    private final Stopwatch watch;
    private final FamilyRows sample;
    private final RowSource all;
    private final List<TableName> subjects;
    private final List<String> rounds = new ArrayList<>();

    /** A model, and what was said of it. */
    record Outcome(DatabaseModel model, Judged judged) {}

    /** Reads the sample. @param source name of the real data, without credentials */
    JudgedLearning(Plan plan, RowSource rows, RunSettings settings, GateWish wish, String source, Stopwatch watch) {
        this.plan = plan;
        this.evaluation = Learning.evaluation(plan);
        evaluation.refuseUnknown(wish.settings());
        this.settings = settings;
        this.wish = wish;
        this.source = source;
        this.watch = watch;
        watch.enter(RunPhase.READ);
        this.sample =
                FamilyRows.read(plan.graph(), rows, evaluation.tables(), evaluation.columns(), evaluation.shares());
        // What is in memory whole need not be read again.
        this.all = evaluation.shares().isEmpty() ? sample.rows() : rows;
        this.subjects = evaluation.subjects(evaluation.columns());
    }

    private long families() {
        return subjects.isEmpty() ? 0 : sample.total(subjects.get(0));
    }

    private boolean isApart() {
        return families() >= (wish.maxRounds() == 1 ? ENOUGH_FAMILIES : ENOUGH_FOR_ROUNDS);
    }

    Outcome run() {
        LearnSettings how = Learning.request(plan, settings.threads()).settings();
        Split split = wish.maxRounds() == 1 ? Split.ONLY : Split.ROUND;
        DatabaseModel model = null;
        Report report = null;
        for (int round = 1; round <= wish.maxRounds(); round++) {
            watch.enter(RunPhase.LEARN);
            model = released(how);
            watch.enter(RunPhase.EVALUATE);
            report = judged(model, how, split);
            rounds.add(Rounds.line(round, how, report));
            if (!report.isStopped() || !Rounds.isCurable(report)) {
                break;
            }
            how = round < wish.maxRounds() ? Rounds.next(how, report) : how;
        }
        if (split == Split.ROUND && !report.isStopped()) {
            // A verdict must not come from the families that the rounds were chosen by.
            report = judged(model, how, Split.RELEASE);
            rounds.add("verdict on other families: " + Rounds.line(rounds.size(), how, report));
        }
        return new Outcome(model.with(profile()), new Judged(report, facts(report)));
    }

    /** Families that were held out enter no statistic of the model. */
    private Profile profile() {
        return Profiler.profile(
                isApart() ? Spread.ofFamilies(evaluation, chosen(Split::isLearned)) : Spread.of(evaluation, sample));
    }

    /** The model that would fill the target. */
    private DatabaseModel released(LearnSettings how) {
        if (!isApart()) {
            return learned(all, how);
        }
        Map<TableName, Long> totals = new LinkedHashMap<>();
        for (TableName table : evaluation.columns().keySet()) {
            if (plan.graph().subjectOf(table).equals(subjects.get(0))) {
                totals.put(table, sample.total(table));
            }
        }
        return WholeTotals.of(learned(chosen(Split::isLearned), how), totals);
    }

    private RowSource chosen(LongPredicate families) {
        return new ChosenFamilies(all, plan.graph(), evaluation.tables(), subjects.get(0), families);
    }

    private DatabaseModel learned(RowSource from, LearnSettings how) {
        LearnRequest request = Learning.request(plan, settings.threads());
        return new CalibratedLearner(request.with(how), LearnProgress.NONE).learn(from);
    }

    /** As many families as were compared, whatever the scale of the target. */
    private HeldRows made(DatabaseModel model) {
        double share = evaluation.shares().values().stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElse(1);
        HeldRows made = new HeldRows();
        new DatabaseGenerator(
                        model,
                        new GenerateSettings(share, plan.scales(), settings.seed(), settings.threads()),
                        GenerateProgress.NONE)
                .generate(made);
        return made;
    }

    private Report judged(DatabaseModel model, LearnSettings how, Split split) {
        MadeRows rows = new MadeRows(evaluation, sample, made(model), subjects);
        if (isApart()) {
            rows.heldOut(split::part);
        } else if (families() >= FEWEST_FAMILIES) {
            for (int f = 0; f < Split.folds(); f++) {
                int fold = f;
                HeldRows made = made(learned(chosen(family -> split.fold(family) != fold), how));
                int attacked = (fold + 1) % Split.folds();
                rows.fold(made, family -> split.part(family, fold), family -> split.fold(family) == attacked);
            }
        }
        return new Judge(rows.judged(source, judgedRows()), wish.settings()).report();
    }

    /** Rows are a function of model, seed and settings, so those that were judged may be the very ones that are loaded. */
    private String judgedRows() {
        boolean same = evaluation.shares().isEmpty()
                && plan.settings().scale() == 1
                && plan.scales().isEmpty();
        return same
                ? "the rows that the target gets, before it is written"
                : "rows drawn from the model that fills the target, as many as the real ones that were compared";
    }

    private ReleaseFacts facts(Report report) {
        Set<String> unit = subjects.stream().map(TableName::toString).collect(Collectors.toSet());
        List<String> protections = new ArrayList<>(List.of(
                "Values, labels and combinations that fewer than k = %d families share are not kept."
                        .formatted(plan.settings().k()),
                "Keys are new; strings are made from their meaning or pattern."));
        protections.add(
                isApart()
                        ? "The verdict is on the released model: a fifth of the families was not learned from."
                        : families() >= FEWEST_FAMILIES
                                ? "The verdict is on the procedure: five models, each without a fifth of the families; the released"
                                        + " model was learned from all of them."
                                : "Too few families for an audit.");
        protections.add("Judged were %s.".formatted(judgedRows()));
        return new ReleaseFacts(
                Version.TEXT,
                "",
                "",
                report.real(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                unit.stream().sorted().toList(),
                "a cascade of trees per table, children conditional on synthetic parents",
                plan.kept().stream().map(TableName::toString).toList(),
                protections,
                rounds);
    }

    /** One line a round. */
    List<String> rounds() {
        return rounds;
    }
}
