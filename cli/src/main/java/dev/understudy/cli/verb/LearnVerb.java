package dev.understudy.cli.verb;

import dev.understudy.job.LearnJob;
import dev.understudy.job.RunProgress;
import dev.understudy.job.RunResult;
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
        RunProgress progress = flags.progress(spec.commandLine().getErr());
        try {
            RunResult result = LearnJob.run(ends.source(), ends.plan(), ends.run(), progress);
            Shown.clear(progress);
            return Shown.result(result, false, flags, spec.commandLine().getOut());
        } finally {
            Shown.clear(progress);
        }
    }
}
