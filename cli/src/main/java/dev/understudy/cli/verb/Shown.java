package dev.understudy.cli.verb;

import dev.understudy.cli.output.Json;
import dev.understudy.cli.output.ResultText;
import dev.understudy.cli.output.TerminalProgress;
import dev.understudy.job.RunProgress;
import dev.understudy.job.RunResult;
import dev.understudy.notify.Notifier;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.report.ReleaseFacts;
import dev.understudy.report.Report;
import dev.understudy.report.ReportFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;

/** Prints the result of a run, and keeps it in a folder if one was named. */
final class Shown {
    private Shown() {}

    /**
     * Runs a job and shows how it ended.
     *
     * @param ends   say who wants to be told
     * @param loaded true if the job fills or checks a target
     * @return exit status
     */
    static int run(Ends ends, RunFlags flags, CommandSpec spec, boolean loaded, Function<RunProgress, RunResult> job) {
        PrintWriter err = spec.commandLine().getErr();
        RunProgress progress = flags.progress(err);
        RunResult result;
        try (Notifier notifier = new Notifier(ends.webhook(), spec.name(), line -> say(err, line))) {
            result = notifier.run(progress, job);
        } finally {
            clear(progress);
        }
        return result(
                result.acknowledged(ends.acknowledged()),
                loaded,
                flags,
                spec.commandLine().getOut());
    }

    /** Prints an answer in the form that was asked for. */
    static void answer(RunFlags flags, CommandSpec spec, Supplier<String> json, Supplier<List<String>> lines) {
        PrintWriter out = spec.commandLine().getOut();
        if (flags.isJson()) {
            out.println(json.get());
        } else {
            lines.get().forEach(out::println);
        }
        out.flush();
    }

    /** A line that is no part of the result. */
    static void say(PrintWriter err, String line) {
        err.println(line);
        err.flush();
    }

    /** @return exit status */
    private static int result(RunResult result, boolean loaded, RunFlags flags, PrintWriter out) {
        List<String> lines = ResultText.lines(result, loaded);
        if (flags.isJson()) {
            out.println(Json.of(result));
        } else {
            lines.forEach(out::println);
        }
        out.flush();
        if (flags.report != null) {
            keep(flags.report, result, lines);
            result.judged().ifPresent(judged -> write(flags.report, judged.report(), judged.facts()));
        }
        return result.isViolated()
                ? Problem.VIOLATION.exitStatus()
                : result.isStopped() ? Problem.GATE.exitStatus() : 0;
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

    /** Writes a report into a folder. */
    static void write(Path folder, Report report, ReleaseFacts facts) {
        try {
            ReportFiles.write(folder, report, facts);
        } catch (IOException e) {
            throw new UnderstudyException(Problem.FAILED, "The report cannot be written to %s.".formatted(folder), e);
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
