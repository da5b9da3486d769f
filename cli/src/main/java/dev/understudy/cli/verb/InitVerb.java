package dev.understudy.cli.verb;

import dev.understudy.cli.config.ConfigurationFile;
import dev.understudy.cli.config.ConfigurationText;
import dev.understudy.connect.Access;
import dev.understudy.job.InspectJob;
import dev.understudy.job.InspectJob.Inspection;
import dev.understudy.job.SourceSettings;
import dev.understudy.plan.PlannedTable;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
            "evidence. To --config FILE, or understudy.yaml. A file that is there keeps every line, and gets what is",
            "new in the source in comments at its end; with --yes it is written anew."
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
        boolean kept = Files.exists(file) && !flags.yes;
        Ends ends = Ends.withoutConfiguration(flags);
        // Of a file that is there only the source counts: what it says of tables that are gone must not end the run.
        SourceSettings source = kept && flags.source == null ? Ends.of(flags).source() : ends.source();
        Inspection inspection = InspectJob.run(source, ends.plan());
        PrintWriter out = spec.commandLine().getOut();
        if (kept) {
            added(file, inspection).forEach(out::println);
        } else {
            Optional<Access> target = flags.target == null
                    ? Optional.empty()
                    : Optional.of(ends.target().access());
            write(
                    file,
                    ConfigurationText.lines(
                            inspection, source, target, ends.run().seed()));
            int links = inspection.proposals().size() + inspection.typed().size();
            out.println("Wrote %s: %d tables, %d links to look at. Next: understudy plan --config %s"
                    .formatted(file, inspection.plan().tables().size(), links, file));
        }
        out.flush();
        return 0;
    }

    /** Adds to a file what it does not speak of. @return what was done, for people */
    private static List<String> added(Path file, Inspection inspection) {
        List<String> told = new ArrayList<>();
        List<String> gone = gone(file, inspection);
        if (!gone.isEmpty()) {
            told.add("Gone from the source, but still in %s: %s".formatted(file, String.join(", ", gone)));
        }
        String known = read(file);
        List<String> news = ConfigurationText.news(inspection, known);
        if (news.isEmpty()) {
            told.add("%s speaks of all that was found; it stays as it is.".formatted(file));
            return told;
        }
        List<String> lines = new ArrayList<>(known.lines().toList());
        lines.add("");
        lines.add("# New in the source since this file was written; take in what should be different:");
        lines.addAll(news);
        write(file, lines);
        told.add("Added %d lines to the end of %s, in comments:".formatted(news.size(), file));
        news.forEach(line -> told.add("  " + line));
        return told;
    }

    /** Names under {@code tables:} that no table has any more; patterns are left to {@code plan}. */
    private static List<String> gone(Path file, Inspection inspection) {
        return ConfigurationFile.names(file, "tables").stream()
                .filter(name -> !name.contains("*") && !name.contains("?"))
                .filter(name -> inspection.plan().tables().stream()
                        .map(PlannedTable::name)
                        .noneMatch(table -> table.name().equalsIgnoreCase(name)
                                || table.toString().equalsIgnoreCase(name)))
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UnderstudyException(Problem.USAGE, "The configuration %s cannot be read.".formatted(file), e);
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
