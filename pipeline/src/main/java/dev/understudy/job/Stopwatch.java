package dev.understudy.job;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long each phase of a run took. For one thread. */
final class Stopwatch {
    private final RunProgress progress;
    private final Map<RunPhase, Long> nanos = new EnumMap<>(RunPhase.class);
    private RunPhase current;
    private long since;

    Stopwatch(RunProgress progress) {
        this.progress = progress;
    }

    /** Ends the phase before and begins this one. */
    void enter(RunPhase phase) {
        stop();
        current = phase;
        since = System.nanoTime();
        progress.phase(phase);
    }

    void stop() {
        if (current != null) {
            nanos.merge(current, System.nanoTime() - since, Long::sum);
            current = null;
        }
    }

    /** Seconds by phase, in the order of the phases, and their sum as {@code total}. */
    Map<String, Double> seconds() {
        stop();
        Map<String, Double> seconds = new LinkedHashMap<>();
        nanos.forEach((phase, spent) -> seconds.put(phase.title(), rounded(spent)));
        seconds.put(
                "total",
                rounded(nanos.values().stream().mapToLong(Long::longValue).sum()));
        return seconds;
    }

    private static double rounded(long nanos) {
        return Math.round(nanos / 1e6) / 1e3;
    }
}
