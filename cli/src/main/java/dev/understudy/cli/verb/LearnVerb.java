package dev.understudy.cli.verb;

import dev.understudy.job.LearnJob;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code understudy learn}. */
@Command(name = "learn", description = "Learns a model from the source and writes it to a file. Needs no target.")
final class LearnVerb implements Callable<Integer> {
    @Mixin
    private RunFlags flags;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Ends ends = Ends.of(flags);
        return Shown.run(
                flags, spec, false, progress -> LearnJob.run(ends.source(), ends.plan(), ends.run(), progress));
    }
}
