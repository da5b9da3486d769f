package dev.understudy.cli.output;

import dev.understudy.job.RunPhase;
import dev.understudy.job.RunProgress;
import dev.understudy.schema.TableName;
import java.io.PrintWriter;
import java.util.Map;

/** Progress in plain lines, one a phase and one a table, for logs. */
public final class LineProgress implements RunProgress {
    static final Map<RunPhase, String> TITLES = Map.of(
            RunPhase.PLAN, "Planning",
            RunPhase.READ, "Reading the source",
            RunPhase.LEARN, "Learning",
            RunPhase.EVALUATE, "Judging",
            RunPhase.PREPARE, "Preparing the target",
            RunPhase.GENERATE, "Generating and loading",
            RunPhase.FINISH, "Adding keys, indexes and links",
            RunPhase.VERIFY, "Verifying");

    private final PrintWriter err;

    public LineProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void ends(String source, String target) {
        ends(err, source, target);
    }

    static void ends(PrintWriter err, String source, String target) {
        if (!source.isEmpty()) {
            err.println("Source: " + source + " (read only)");
        }
        if (!target.isEmpty()) {
            err.println("Target: " + target);
        }
        err.flush();
    }

    @Override
    public void phase(RunPhase phase) {
        line(TITLES.get(phase));
    }

    @Override
    public void read(TableName table, long rows, long kept) {
        line("  read " + table + ": " + Numbers.read(rows, kept));
    }

    @Override
    public void learned(TableName table) {
        line("  learned " + table);
    }

    @Override
    public void finished(TableName table, long rows) {
        line("  wrote " + table + ": " + Numbers.of(rows, "row"));
    }

    private void line(String text) {
        err.println(text);
        err.flush();
    }
}
