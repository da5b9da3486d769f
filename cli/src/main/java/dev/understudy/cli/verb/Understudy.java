package dev.understudy.cli.verb;

import dev.understudy.cli.output.JsonLines;
import dev.understudy.problem.Problem;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/** The command without a verb. */
@Command(
        name = "understudy",
        description = {
            "Fills a database with synthetic rows that behave like those of another one.",
            "Same schema, every constraint satisfied, no row of a real person."
        },
        subcommands = {
            DemoVerb.class,
            InspectVerb.class,
            InitVerb.class,
            PlanVerb.class,
            CloneVerb.class,
            LearnVerb.class,
            ExplainVerb.class,
            GenerateVerb.class,
            VerifyVerb.class,
            ReportVerb.class,
            DiffVerb.class,
            RunsVerb.class,
            ResumeVerb.class,
            CleanVerb.class,
            ServeVerb.class,
            CompletionVerb.class,
            ManVerb.class,
            HelpCommand.class
        },
        versionProvider = VersionText.class,
        synopsisSubcommandLabel = "VERB",
        commandListHeading = "%nVerbs:%n",
        footer = {
            "",
            "Exit status: 0 done, 1 failed, 2 usage or refused for safety, 3 connection or permission,",
            "4 drift or a plan that cannot be kept, 5 a constraint is violated, 6 a gate failed,",
            "7 interrupted, 130 cancelled.",
            "",
            "Try `understudy demo`: it needs no database and no configuration."
        })
public final class Understudy implements Runnable {
    @Spec
    private CommandSpec spec;

    @CommandLine.Option(names = "--version", versionHelp = true, description = "Prints the version.")
    private boolean version;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this text; `help VERB` that of a verb.")
    private boolean help;

    /**
     * The whole command line, ready to run.
     *
     * @param cancellation ends its run early
     */
    public static CommandLine commandLine(PrintWriter out, PrintWriter err, Cancellation cancellation) {
        CommandLine line = new CommandLine(new Understudy(), new Parts(cancellation));
        return line.setOut(out)
                .setErr(err)
                .setExecutionStrategy(parsed -> execute(line, parsed, cancellation))
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(new UsageErrors())
                .setExecutionExceptionHandler(new Failures());
    }

    /** Where the log is to be JSON, all that is told goes through a writer that makes it so. */
    private static int execute(CommandLine line, ParseResult parsed, Cancellation cancellation) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        Object format = last.matchedOptionValue("--log-format", null);
        if (format == RunFlags.LogFormat.JSON) {
            line.setErr(new PrintWriter(new JsonLines(line.getErr()), true));
        }
        cancellation.tellBy(line.getErr());
        try {
            return new RunLast().execute(parsed);
        } catch (OutOfMemoryError e) {
            line.getErr().println("understudy: " + Failures.OUT_OF_MEMORY);
            line.getErr().flush();
            return Problem.FAILED.exitStatus();
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "A verb is missing.");
    }

    /** Makes what the annotations name; the flags of a run know how it is cancelled. */
    private record Parts(Cancellation cancellation) implements IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            return type == RunFlags.class
                    ? type.cast(new RunFlags(cancellation))
                    : CommandLine.defaultFactory().create(type);
        }
    }
}
