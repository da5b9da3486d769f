package dev.understudy.cli.verb;

import dev.understudy.job.GenerateJob;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code understudy generate}. */
@Command(name = "generate", description = "Fills a target from a model file. Never sees the source.")
final class GenerateVerb implements Callable<Integer> {
    @Mixin
    private RunFlags flags;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (flags.model == null) {
            throw new UnderstudyException(
                    Problem.USAGE, "No model is given: use --model FILE; `understudy learn` makes one.");
        }
        Ends ends = Ends.of(flags);
        return Shown.run(
                ends,
                flags,
                spec,
                true,
                progress -> GenerateJob.run(flags.model, ends.target(), ends.plan(), ends.run(), progress));
    }
}
