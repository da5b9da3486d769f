package dev.understudy.cli.verb;

import dev.understudy.job.LearnJob;
import dev.understudy.job.UpdateJob;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code understudy learn}. */
@Command(
        name = "learn",
        description = {
            "Learns a model from the source and writes it to a file. Needs no target. With --update only tables that",
            "changed since the model was learned are learned again, and those that links connect them with."
        })
final class LearnVerb implements Callable<Integer> {
    @Mixin
    private RunFlags flags;

    @Option(
            names = "--update",
            paramLabel = "FILE",
            description = "Earlier model; it is replaced, unless --model names another file.")
    private Path update;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Ends ends = Ends.of(flags);
        return Shown.run(
                ends,
                flags,
                spec,
                false,
                progress -> update == null
                        ? LearnJob.run(ends.source(), ends.plan(), ends.run(), progress)
                        : UpdateJob.run(ends.source(), ends.plan(), update, ends.drift(), ends.run(), progress));
    }
}
