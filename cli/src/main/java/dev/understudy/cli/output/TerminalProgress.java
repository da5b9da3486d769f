package dev.understudy.cli.output;

import dev.understudy.job.RunPhase;
import dev.understudy.job.RunProgress;
import dev.understudy.plan.Plan;
import dev.understudy.schema.TableName;
import java.io.PrintWriter;

/**
 * Progress on a terminal: one line that is written over, with rows a second and the time that the table at hand still
 * takes.
 */
public final class TerminalProgress implements RunProgress {
    private static final long REFRESH_NANOS = 100_000_000;
    private static final int WIDTH = 100;

    private final PrintWriter err;
    private RunPhase phase;
    private TableName table;
    private long since;
    private long shown;
    private int tables;
    private int done;

    public TerminalProgress(PrintWriter err) {
        this.err = err;
    }

    @Override
    public void ends(String source, String target) {
        clear();
        LineProgress.ends(err, source, target);
    }

    @Override
    public void planned(Plan plan) {
        tables =
                (int) plan.tables().stream().filter(one -> one.mode().hasRows()).count();
    }

    @Override
    public void phase(RunPhase next) {
        phase = next;
        table = null;
        done = 0;
        show(LineProgress.TITLES.get(next) + " …");
    }

    @Override
    public void read(TableName name, long rows, long kept) {
        step("%s %s: %s".formatted(count(), name, Numbers.read(rows, kept)));
    }

    @Override
    public void learned(TableName name) {
        step("%s %s".formatted(count(), name));
    }

    private String count() {
        return tables == 0 ? "" : "[%d/%d]".formatted(done + 1, Math.max(tables, done + 1));
    }

    private void step(String text) {
        show("%s %s".formatted(LineProgress.TITLES.get(phase), text));
        done++;
    }

    @Override
    public void wrote(TableName name, long rows, long expected) {
        long now = System.nanoTime();
        if (!name.equals(table)) {
            table = name;
            since = now;
        }
        if (now - shown < REFRESH_NANOS) {
            return;
        }
        double seconds = (now - since) / 1e9;
        double rate = seconds <= 0 ? 0 : rows / seconds;
        String left = rate <= 0 ? "" : ", %s left".formatted(Numbers.seconds(Math.max(0, expected - rows) / rate));
        show("%s %s %s: %s of %s, %s%s"
                .formatted(
                        LineProgress.TITLES.get(phase),
                        count(),
                        name,
                        Numbers.count(rows),
                        Numbers.count(expected),
                        Numbers.rate((long) rate),
                        left));
    }

    @Override
    public void finished(TableName name, long rows) {
        step("%s %s: %s".formatted(count(), name, Numbers.of(rows, "row")));
    }

    private void show(String text) {
        shown = System.nanoTime();
        String line = text.length() > WIDTH ? text.substring(0, WIDTH - 1) + "…" : text;
        err.print("\r\u001b[2K" + line);
        err.flush();
    }

    /** Takes the line away, so that what follows starts at the margin. */
    public void clear() {
        err.print("\r\u001b[2K");
        err.flush();
    }
}
