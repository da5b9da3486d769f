package dev.understudy.serve.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far a run has come, told by the JSON lines that it logs. May be shared by threads. */
public final class LiveProgress {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEPT_LINES = 200;

    /**
     * How far one table is.
     *
     * @param step     {@code read}, {@code learned} or {@code wrote}
     * @param expected rows that it is going to have; 0 if nobody knows
     */
    public record TableProgress(String table, String step, long rows, long expected) {}

    private final Map<String, TableProgress> tables = new LinkedHashMap<>();
    private final Deque<String> lines = new ArrayDeque<>();
    private String phase = "";
    private String source = "";
    private String target = "";
    private String runId = "";
    private String error = "";

    /** Takes one line of the log; lines that are no JSON are kept as they are. */
    synchronized void line(String line) {
        JsonNode event;
        try {
            event = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            keep(line);
            return;
        }
        if (event == null || !event.isObject()) {
            keep(line);
            return;
        }
        String table = event.path("table").asText("");
        long rows = event.path("rows").asLong();
        switch (event.path("event").asText("")) {
            case "begun" -> runId = event.path("run").asText();
            case "ends" -> {
                source = event.path("source").asText();
                target = event.path("target").asText();
            }
            case "phase" -> {
                phase = event.path("phase").asText();
                keep("phase " + phase);
            }
            case "read", "learned" ->
                tables.put(table, new TableProgress(table, event.path("event").asText(), rows, 0));
            case "wrote" ->
                tables.put(
                        table,
                        new TableProgress(
                                table, "wrote", rows, event.path("expected").asLong()));
            case "finished" -> {
                tables.put(table, new TableProgress(table, "wrote", rows, rows));
                keep("wrote %s: %,d rows".formatted(table, rows));
            }
            default -> {
                String message = event.path("message").asText("");
                if (event.path("level").asText().equals("error")) {
                    error = message;
                }
                keep(message);
            }
        }
    }

    private void keep(String line) {
        if (!line.isBlank()) {
            lines.add(line);
            if (lines.size() > KEPT_LINES) {
                lines.remove();
            }
        }
    }

    /** What one moment shows. */
    public record View(
            String runId, String phase, String source, String target, List<TableProgress> tables, List<String> lines) {}

    public synchronized View view() {
        return new View(runId, phase, source, target, new ArrayList<>(tables.values()), new ArrayList<>(lines));
    }

    /** What the run said last of its failure; empty if nothing. */
    synchronized String error() {
        return error;
    }
}
