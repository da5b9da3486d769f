package dev.understudy.cli.output;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.job.RunPhase;
import dev.understudy.job.RunProgress;
import dev.understudy.schema.TableName;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/** Progress as one JSON object a line, for collectors of logs and for {@code understudy serve}. A table tells once a second. */
public final class JsonProgress implements RunProgress {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long NANOS_BETWEEN = 1_000_000_000L;

    private final PrintWriter err;
    private final Map<TableName, Long> told = new HashMap<>();

    public JsonProgress(PrintWriter err) {
        this.err = err;
    }

    /** A line of the log. @param level {@code info}, {@code warn} or {@code error} */
    static ObjectNode line(String level) {
        return JSON.createObjectNode()
                .put("time", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("level", level);
    }

    private void tell(ObjectNode line) {
        err.println(line);
        err.flush();
    }

    private static ObjectNode event(String name) {
        return line("info").put("event", name);
    }

    @Override
    public void begun(String runId) {
        tell(event("begun").put("run", runId));
    }

    @Override
    public void ends(String source, String target) {
        tell(event("ends").put("source", source).put("target", target));
    }

    @Override
    public void phase(RunPhase phase) {
        tell(event("phase").put("phase", phase.title()));
    }

    @Override
    public void read(TableName table, long rows, long kept) {
        tell(event("read").put("table", table.toString()).put("rows", rows).put("learnedRows", kept));
    }

    @Override
    public void learned(TableName table) {
        tell(event("learned").put("table", table.toString()));
    }

    @Override
    public void wrote(TableName table, long rows, long expected) {
        long now = System.nanoTime();
        Long before = told.get(table);
        if (before == null || now - before > NANOS_BETWEEN) {
            told.put(table, now);
            tell(event("wrote").put("table", table.toString()).put("rows", rows).put("expected", expected));
        }
    }

    @Override
    public void finished(TableName table, long rows) {
        tell(event("finished").put("table", table.toString()).put("rows", rows));
    }
}
