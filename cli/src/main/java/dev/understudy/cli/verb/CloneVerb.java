package dev.understudy.cli.verb;

import dev.understudy.job.CloneJob;
import dev.understudy.job.RunProgress;
import dev.understudy.job.RunResult;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code understudy clone}. */
@Command(name = "clone", description = "Plans, learns, generates, loads and verifies in one run.")
final class CloneVerb implements Callable<Integer> {
    @Mixin
    private RunFlags flags;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Ends ends = Ends.of(flags);
        RunProgress progress = flags.progress(spec.commandLine().getErr());
        try {
            RunResult result = CloneJob.run(ends.source(), ends.target(), ends.plan(), ends.run(), progress);
            Shown.clear(progress);
            return Shown.result(result, true, flags, spec.commandLine().getOut());
        } finally {
            Shown.clear(progress);
        }
    }
}
