package dev.understudy.serve.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.understudy.serve.run.LiveProgress;
import dev.understudy.serve.run.Runner;
import dev.understudy.serve.state.History;
import dev.understudy.serve.state.Job;
import dev.understudy.serve.state.Jobs;
import dev.understudy.serve.state.RunEntry;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What the page shows, as JSON. */
final class ApiData {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SHOWN_RUNS = 60;

    private final Jobs jobs;
    private final History history;
    private final Runner runner;
    private final String version;

    ApiData(Jobs jobs, History history, Runner runner, String version) {
        this.jobs = jobs;
        this.history = history;
        this.runner = runner;
        this.version = version;
    }

    static String message(String message) {
        return JSON.createObjectNode().put("message", message).toString();
    }

    /** A field of an object that a page sent; empty if it is none. */
    static String field(byte[] body, String name) {
        try {
            JsonNode tree = JSON.readTree(body);
            return tree == null ? "" : tree.path(name).asText("");
        } catch (java.io.IOException e) {
            return "";
        }
    }

    /** Jobs and the latest runs. */
    String state() {
        Instant now = Instant.now();
        ObjectNode root = JSON.createObjectNode().put("version", version).put("now", now.toString());
        Map<String, RunEntry> latest = history.latest(Optional.empty());
        ArrayNode all = root.putArray("jobs");
        for (Job job : jobs.all()) {
            ObjectNode one = all.addObject().put("name", job.name()).put("verb", job.verb());
            one.put("configuration", job.configuration().getFileName().toString());
            job.schedule().ifPresent(schedule -> {
                one.put("schedule", schedule.text())
                        .put("zone", schedule.zone())
                        .put("words", schedule.words());
                schedule.next(now).ifPresent(next -> one.put("next", next.toString()));
            });
            Optional.ofNullable(latest.get(job.name())).ifPresent(run -> one.set("last", entry(run)));
        }
        ArrayNode runs = root.putArray("runs");
        history.runs(SHOWN_RUNS).forEach(run -> runs.add(entry(run)));
        return root.toString();
    }

    /** One run with all that is known of it; empty if there is none. */
    Optional<String> run(long id) {
        return history.run(id).map(run -> {
            ObjectNode one = entry(run);
            if (!run.result().isBlank()) {
                try {
                    one.set("result", JSON.readTree(run.result()));
                } catch (JsonProcessingException e) {
                    one.put("printed", run.result());
                }
            }
            return one.toString();
        });
    }

    private ObjectNode entry(RunEntry run) {
        ObjectNode one = JSON.createObjectNode()
                .put("id", run.id())
                .put("job", run.job())
                .put("state", run.state().name().toLowerCase(java.util.Locale.ROOT))
                .put("cause", run.cause())
                .put("asked", run.asked().toString())
                .put("message", run.message());
        run.started().ifPresent(moment -> one.put("started", moment.toString()));
        run.ended().ifPresent(moment -> one.put("ended", moment.toString()));
        run.exit().ifPresent(status -> one.put("exit", status));
        run.started()
                .ifPresent(started -> one.put(
                        "seconds",
                        Duration.between(started, run.ended().orElse(Instant.now()))
                                        .toMillis()
                                / 1000.0));
        one.put("report", Files.exists(runner.folder(run.id()).resolve("report.html")));
        runner.progress(run.id()).ifPresent(view -> one.set("progress", progress(view)));
        return one;
    }

    private static ObjectNode progress(LiveProgress.View view) {
        ObjectNode one = JSON.createObjectNode()
                .put("run", view.runId())
                .put("phase", view.phase())
                .put("source", view.source())
                .put("target", view.target());
        ArrayNode tables = one.putArray("tables");
        view.tables()
                .forEach(table -> tables.addObject()
                        .put("table", table.table())
                        .put("step", table.step())
                        .put("rows", table.rows())
                        .put("expected", table.expected()));
        ArrayNode lines = one.putArray("lines");
        view.lines().forEach(lines::add);
        return one;
    }
}
