package dev.understudy.cli.verb;

import dev.understudy.cli.output.Json;
import dev.understudy.cli.output.ModelText;
import dev.understudy.cli.output.PlanText;
import dev.understudy.job.ModelView;
import dev.understudy.job.PlanJob;
import dev.understudy.job.PlanJob.Planned;
import dev.understudy.plan.Acknowledgement;
import dev.understudy.problem.Problem;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code understudy plan}. */
@Command(
        name = "plan",
        description = {
            "Shows all that a run would do, and what it could not keep. Writes nothing.",
            "With --model FILE: what learning confirmed."
        })
final class PlanVerb implements Callable<Integer> {
    @Mixin
    private RunFlags flags;

    @Option(names = "--strict", description = "Ends with status 4 if there is any warning that is not acknowledged.")
    private boolean strict;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (flags.model != null) {
            return model();
        }
        Ends ends = Ends.of(flags);
        Planned planned = PlanJob.run(
                ends.source(),
                ends.plan(),
                ends.hasTarget() ? Optional.of(ends.target()) : Optional.empty(),
                ends.acknowledged());
        Shown.answer(flags, spec, () -> Json.of(planned), () -> PlanText.lines(planned));
        boolean warned = planned.warnings().stream()
                .anyMatch(warning -> warning.reason().isEmpty() && !Acknowledgement.isUnused(warning));
        return strict && warned ? Problem.DRIFT.exitStatus() : 0;
    }

    /** What was confirmed over all rows; needs no source. */
    private int model() {
        ModelView view = ModelView.open(flags.model);
        Shown.answer(flags, spec, () -> Json.of(view), () -> ModelText.lines(view));
        return 0;
    }
}
