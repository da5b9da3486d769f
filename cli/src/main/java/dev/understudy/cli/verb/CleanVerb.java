package dev.understudy.cli.verb;

import dev.understudy.job.ResumeJob;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code understudy clean RUN}. */
@Command(
        name = "clean",
        description = {
            "Undoes a run that was cut off: drops what it made or takes its rows out, and puts back what it paused.",
            "Refuses if others changed its rows since."
        })
final class CleanVerb implements Callable<Integer> {
    @Mixin
    private RunFlags flags;

    @Parameters(paramLabel = "RUN", description = "Name of a run, or its beginning.")
    private String run;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        String id = ResumeJob.undo(
                run, Optional.ofNullable(flags.model), Ends.of(flags).target());
        spec.commandLine().getOut().println("Run " + id + " is undone; the target is as it was before.");
        spec.commandLine().getOut().flush();
        return 0;
    }
}
