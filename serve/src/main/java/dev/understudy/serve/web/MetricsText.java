package dev.understudy.serve.web;

import dev.understudy.serve.state.History;
import dev.understudy.serve.state.Job;
import dev.understudy.serve.state.Jobs;
import dev.understudy.serve.state.RunEntry;
import dev.understudy.serve.state.RunEntry.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Numbers for Prometheus, in its text format 0.0.4. */
final class MetricsText {
    private MetricsText() {}

    static String of(Jobs jobs, History history, String version) {
        StringBuilder text = new StringBuilder();
        head(text, "understudy_info", "gauge", "Version of the server.");
        text.append("understudy_info{version=\"%s\"} 1\n".formatted(escaped(version)));
        head(text, "understudy_runs_total", "counter", "Runs that ended, by job and how.");
        history.counts()
                .forEach((job, counts) -> counts.forEach((state, count) -> {
                    if (state.isOver()) {
                        text.append("understudy_runs_total{job=\"%s\",state=\"%s\"} %d\n"
                                .formatted(escaped(job), state.name().toLowerCase(Locale.ROOT), count));
                    }
                }));
        Map<String, RunEntry> latest = history.latest(Optional.empty());
        Map<String, RunEntry> done = history.latest(Optional.of(State.DONE));
        head(text, "understudy_running", "gauge", "1 while a run of the job is at work.");
        for (Job job : jobs.all()) {
            boolean running = Optional.ofNullable(latest.get(job.name()))
                    .filter(run -> run.state() == State.RUNNING)
                    .isPresent();
            sample(text, "understudy_running", job.name(), running ? 1 : 0);
        }
        head(text, "understudy_last_success_timestamp_seconds", "gauge", "When the latest good run of the job ended.");
        done.forEach((job, run) -> run.ended()
                .ifPresent(ended ->
                        sample(text, "understudy_last_success_timestamp_seconds", job, ended.toEpochMilli() / 1e3)));
        head(text, "understudy_last_run_duration_seconds", "gauge", "How long the latest run of the job took.");
        latest.forEach((job, run) -> run.ended()
                .flatMap(ended -> run.started().map(started -> Duration.between(started, ended)))
                .ifPresent(took -> sample(text, "understudy_last_run_duration_seconds", job, took.toMillis() / 1e3)));
        head(text, "understudy_next_run_timestamp_seconds", "gauge", "When the job begins next.");
        for (Job job : jobs.all()) {
            job.schedule()
                    .flatMap(schedule -> schedule.next(Instant.now()))
                    .ifPresent(next -> sample(
                            text, "understudy_next_run_timestamp_seconds", job.name(), next.toEpochMilli() / 1e3));
        }
        return text.toString();
    }

    private static void head(StringBuilder text, String name, String type, String help) {
        text.append("# HELP %s %s\n# TYPE %s %s\n".formatted(name, help, name, type));
    }

    private static void sample(StringBuilder text, String name, String job, double value) {
        text.append(String.format(Locale.ROOT, "%s{job=\"%s\"} %.3f%n", name, escaped(job), value)
                .replace("\r", ""));
    }

    private static String escaped(String label) {
        return label.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
