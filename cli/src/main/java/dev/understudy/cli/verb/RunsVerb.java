package dev.understudy.cli.verb;

import dev.understudy.cli.output.RunsText;
import dev.understudy.job.RunsJob;
import dev.understudy.target.PastRun;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code understudy runs} and {@code understudy runs show RUN}. */
@Command(
        name = "runs",
        description =
                "Lists what Understudy did to a target: when, by whom, from what, and how it ended. Writes nothing.",
        synopsisSubcommandLabel = "[show RUN]",
        subcommands = RunsVerb.Show.class)
final class RunsVerb implements Callable<Integer> {
    @Mixin
    private RunFlags flags;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<PastRun> runs = RunsJob.list(Ends.of(flags).target().access());
        Shown.answer(flags, spec, () -> RunsText.json(runs), () -> RunsText.lines(runs));
        return 0;
    }

    /** One run with its tables and gates. */
    @Command(name = "show", description = "Shows one run: its tables, digests and gates.")
    static final class Show implements Callable<Integer> {
        @Mixin
        private RunFlags flags;

        @Parameters(paramLabel = "RUN", description = "Name of a run, or its beginning.")
        private String run;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            RunsJob.Told told = RunsJob.show(Ends.of(flags).target().access(), run);
            Shown.answer(flags, spec, () -> RunsText.json(told), () -> RunsText.lines(told));
            return 0;
        }
    }
}
