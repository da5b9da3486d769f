package dev.understudy.cli.verb;

import dev.understudy.job.VerifyJob;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code understudy verify}. */
@Command(
        name = "verify",
        description = {
            "Checks constraints, counters and counts of a target; with --model those of the model,",
            "with --config also the links and rules that the configuration declares."
        })
final class VerifyVerb implements Callable<Integer> {
    @Mixin
    private RunFlags flags;

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
                progress -> VerifyJob.run(
                        ends.target(), Optional.ofNullable(flags.model), ends.links(), ends.rules(), progress));
    }
}
