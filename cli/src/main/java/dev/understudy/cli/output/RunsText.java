package dev.understudy.cli.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.job.RunsJob.Told;
import dev.understudy.target.PastRun;
import dev.understudy.target.PastTable;
import dev.understudy.target.RunRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Earlier runs, for people and for programs. */
public final class RunsText {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int SHORT = 12;

    private RunsText() {}

    /** Lines without a line break, latest run first. */
    public static List<String> lines(List<PastRun> runs) {
        if (runs.isEmpty()) {
            return List.of("No run of Understudy is known to this database.");
        }
        TextTable table = new TextTable("run", "state", "started", ">took", ">seed", "model", "source", "by");
        for (PastRun run : runs) {
            RunRecord record = run.record();
            String digest = record.modelDigest();
            table.add(
                    record.runId(),
                    state(run),
                    seconds(run.startedAt()),
                    took(run),
                    String.valueOf(record.seed()),
                    digest.substring(0, Math.min(SHORT, digest.length())),
                    record.source(),
                    record.runBy());
        }
        return table.lines("");
    }

    /** One run with its tables. */
    public static List<String> lines(Told told) {
        PastRun run = told.run();
        RunRecord record = run.record();
        List<String> lines = new ArrayList<>();
        TextTable facts = new TextTable("run", record.runId());
        facts.add("state", state(run) + (run.reason().isEmpty() ? "" : ": " + run.reason()));
        facts.add("started", seconds(run.startedAt()));
        facts.add("took", took(run));
        facts.add("by", record.runBy());
        facts.add("source", record.source());
        facts.add("version", record.version());
        facts.add("model", record.modelDigest());
        facts.add("settings", record.settingsDigest());
        facts.add("seed", String.valueOf(record.seed()));
        lines.addAll(facts.lines(""));
        if (!told.tables().isEmpty()) {
            lines.add("");
            TextTable tables = new TextTable("table", ">rows", "");
            told.tables()
                    .forEach(table -> tables.add(
                            table.name().toString(),
                            Numbers.count(table.rows()),
                            table.finished() ? "" : "not finished"));
            lines.addAll(tables.lines(""));
        }
        JsonNode gates = card(told).path("gates");
        if (!gates.isEmpty()) {
            lines.add("");
            TextTable table = new TextTable("gate", ">value", ">threshold", "verdict");
            gates.forEach(gate -> table.add(
                    gate.path("name").asText(),
                    gate.path("value").asText("–"),
                    gate.path("threshold").asText("–"),
                    gate.path("verdict").asText()));
            lines.addAll(table.lines(""));
        }
        return lines;
    }

    /** One object on one line. */
    public static String json(List<PastRun> runs) {
        ObjectNode root = MAPPER.createObjectNode();
        ArrayNode all = root.putArray("runs");
        runs.forEach(run -> all.add(node(run)));
        return root.toString();
    }

    /** One object on one line. */
    public static String json(Told told) {
        ObjectNode root = node(told.run());
        ArrayNode tables = root.putArray("tables");
        for (PastTable table : told.tables()) {
            tables.addObject()
                    .put("name", table.name().toString())
                    .put("rows", table.rows())
                    .put("finished", table.finished());
        }
        root.set("gates", card(told).path("gates").isArray() ? card(told).path("gates") : MAPPER.createArrayNode());
        return root.toString();
    }

    private static ObjectNode node(PastRun run) {
        RunRecord record = run.record();
        return MAPPER.createObjectNode()
                .put("runId", record.runId())
                .put("state", state(run))
                .put("situation", run.situation().name().toLowerCase(Locale.ROOT))
                .put("reason", run.reason())
                .put("startedAt", seconds(run.startedAt()))
                .put("finishedAt", run.finishedAt().map(RunsText::seconds).orElse(null))
                .put("version", record.version())
                .put("seed", record.seed())
                .put("modelDigest", record.modelDigest())
                .put("settingsDigest", record.settingsDigest())
                .put("source", record.source())
                .put("runBy", record.runBy());
    }

    private static JsonNode card(Told told) {
        try {
            return MAPPER.readTree(told.card().orElse("{}"));
        } catch (JsonProcessingException e) {
            return MAPPER.createObjectNode();
        }
    }

    private static String state(PastRun run) {
        return run.state().name().toLowerCase(Locale.ROOT);
    }

    private static String seconds(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String took(PastRun run) {
        return run.finishedAt()
                .map(end ->
                        Numbers.seconds(Duration.between(run.startedAt(), end).toMillis() / 1_000.0))
                .orElse("–");
    }
}
