package dev.understudy.cli.verb;

import dev.understudy.job.CloneJob;
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
        return Shown.run(
                flags,
                spec,
                true,
                progress -> CloneJob.run(ends.source(), ends.target(), ends.plan(), ends.run(), progress));
    }
}
