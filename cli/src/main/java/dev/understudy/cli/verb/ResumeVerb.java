package dev.understudy.cli.verb;

import dev.understudy.job.ResumeJob;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code understudy resume RUN}. */
@Command(
        name = "resume",
        description = {
            "Goes on with a run that was cut off: killed, or stopped because the target went away or was full.",
            "The target becomes what it would have been without that. Seed and scales are those of the run;",
            "`understudy runs` tells its name. Never sees the source."
        })
final class ResumeVerb implements Callable<Integer> {
    @Mixin
    private RunFlags flags;

    @Parameters(paramLabel = "RUN", description = "Name of a run, or its beginning.")
    private String run;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Ends ends = Ends.of(flags);
        return Shown.run(
                ends,
                flags,
                spec,
                true,
                progress -> ResumeJob.run(
                        run,
                        Optional.ofNullable(flags.model),
                        ends.target(),
                        ends.run().threads(),
                        progress));
    }
}
