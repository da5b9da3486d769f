package dev.understudy.cli.verb;

import dev.understudy.cli.output.ManPage;
import dev.understudy.job.Version;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code understudy man DIR}. */
@Command(
        name = "man",
        description = {
            "Writes manual pages, one for the program and one for each verb, such as to /usr/local/share/man/man1:",
            "then `man understudy-clone` shows what `understudy help clone` does."
        })
final class ManVerb implements Callable<Integer> {
    @Parameters(paramLabel = "DIR", description = "Folder for the pages; made if it is not there.")
    private Path folder;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Prints this text.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec root = spec.root();
        try {
            Files.createDirectories(folder);
            write(root);
            for (CommandLine verb : root.subcommands().values()) {
                write(verb.getCommandSpec());
            }
        } catch (IOException e) {
            throw new UnderstudyException(Problem.FAILED, "Pages cannot be written to %s.".formatted(folder), e);
        }
        return 0;
    }

    private void write(CommandSpec command) throws IOException {
        String name = command.qualifiedName("-");
        Files.writeString(folder.resolve(name + ".1"), ManPage.of(command, Version.TEXT));
    }
}
