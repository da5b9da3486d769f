package dev.understudy.cli.verb;

import dev.understudy.cli.output.DriftText;
import dev.understudy.job.DiffJob;
import dev.understudy.job.DiffJob.Difference;
import dev.understudy.job.RunProgress;
import dev.understudy.notify.Notifier;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.TableName;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code understudy diff}. */
@Command(
        name = "diff",
        description = {
            "Compares the source with a model that was learned from it: tables, columns, types, nulls, keys, links",
            "and checks, and how the rows are spread. Ends with status 4 if anything changed. Writes nothing."
        })
final class DiffVerb implements Callable<Integer> {
    @Mixin
    private RunFlags flags;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (flags.model == null) {
            throw new UnderstudyException(Problem.USAGE, "No model is given: use --model FILE.");
        }
        Ends ends = Ends.of(flags);
        Difference difference = difference(ends);
        if (!difference.drift().isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            try (Notifier notifier = new Notifier(ends.webhook(), spec.name(), line -> Shown.say(err, line))) {
                notifier.drifted(difference.drift().tables().stream()
                        .map(TableName::toString)
                        .toList());
            }
        }
        Shown.answer(flags, spec, () -> DriftText.json(difference), () -> DriftText.lines(difference));
        return difference.drift().isEmpty() ? 0 : Problem.DRIFT.exitStatus();
    }

    private Difference difference(Ends ends) {
        RunProgress progress = flags.progress(spec.commandLine().getErr());
        try {
            return DiffJob.run(ends.source(), ends.plan(), flags.model, ends.drift(), progress);
        } finally {
            Shown.clear(progress);
        }
    }
}
