package dev.understudy.cli.verb;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code understudy completion}. */
@Command(
        name = "completion",
        description = {
            "Prints a script that completes verbs and flags in bash and zsh:",
            "source <(understudy completion), or keep it in /etc/bash_completion.d."
        })
final class CompletionVerb implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this text.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(AutoComplete.bash("understudy", spec.root().commandLine()));
        out.flush();
        return 0;
    }
}
