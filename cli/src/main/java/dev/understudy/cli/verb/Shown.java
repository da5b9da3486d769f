package dev.understudy.cli.verb;

import dev.understudy.cli.output.Json;
import dev.understudy.cli.output.ResultText;
import dev.understudy.cli.output.TerminalProgress;
import dev.understudy.job.RunProgress;
import dev.understudy.job.RunResult;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Prints the result of a run, and keeps it in a folder if one was named. */
final class Shown {
    private Shown() {}

    /** @return exit status */
    static int result(RunResult result, boolean loaded, RunFlags flags, PrintWriter out) {
        List<String> lines = ResultText.lines(result, loaded);
        if (flags.isJson()) {
            out.println(Json.of(result));
        } else {
            lines.forEach(out::println);
        }
        out.flush();
        if (flags.report != null) {
            keep(flags.report, result, lines);
        }
        return result.isViolated() ? Problem.VIOLATION.exitStatus() : 0;
    }

    private static void keep(Path folder, RunResult result, List<String> lines) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("run.json"), Json.of(result) + System.lineSeparator());
            Files.write(folder.resolve("run.txt"), lines);
        } catch (IOException e) {
            throw new UnderstudyException(
                    Problem.FAILED,
                    "The result cannot be written to %s; the run itself ended well.".formatted(folder),
                    e);
        }
    }

    /** Takes the progress line away before anything else is printed. */
    static void clear(RunProgress progress) {
        RunProgress shown = progress instanceof CancellableProgress watched ? watched.shown() : progress;
        if (shown instanceof TerminalProgress terminal) {
            terminal.clear();
        }
    }
}
