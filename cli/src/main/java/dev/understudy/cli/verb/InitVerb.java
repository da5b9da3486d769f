package dev.understudy.cli.verb;

import dev.understudy.cli.config.ConfigurationText;
import dev.understudy.job.InspectJob;
import dev.understudy.job.InspectJob.Inspection;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code understudy init}. */
@Command(
        name = "init",
        description = {
            "Writes a commented configuration from a live source: modes, meanings and links found, each with its",
            "evidence. To --config FILE, or understudy.yaml; a file that is there is kept unless --yes is given."
        })
final class InitVerb implements Callable<Integer> {
    private static final Path STANDARD = Path.of("understudy.yaml");

    @Mixin
    private RunFlags flags;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Path file = flags.config == null ? STANDARD : flags.config;
        refuseToOverwrite(file);
        Ends ends = Ends.withoutConfiguration(flags);
        Inspection inspection = InspectJob.run(ends.source(), ends.plan());
        write(file, ConfigurationText.lines(inspection, ends.source()));
        PrintWriter out = spec.commandLine().getOut();
        int links = inspection.proposals().size() + inspection.typed().size();
        out.println("Wrote %s: %d tables, %d links to look at. Next: understudy plan --config %s"
                .formatted(file, inspection.plan().tables().size(), links, file));
        out.flush();
        return 0;
    }

    private void refuseToOverwrite(Path file) {
        if (Files.exists(file) && !flags.yes) {
            throw new UnderstudyException(
                    Problem.UNSAFE,
                    "%s exists; name another file with --config FILE, or overwrite it with --yes.".formatted(file));
        }
    }

    /** In one step, so that a failed write leaves what was there. */
    private static void write(Path file, List<String> lines) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Path unfinished = Files.createTempFile(folder, ".understudy", ".yaml");
            try {
                Files.write(unfinished, lines);
                Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new UnderstudyException(Problem.USAGE, "%s cannot be written; check the folder.".formatted(file), e);
        }
    }
}
