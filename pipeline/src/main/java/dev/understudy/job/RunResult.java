package dev.understudy.job;

import dev.understudy.plan.Warning;
import java.util.List;
import java.util.Map;

/**
 * How a run ended.
 *
 * @param runId       its name
 * @param status      {@code done}, or {@code violated} if a constraint of the target is broken
 * @param seed        start of every draw
 * @param modelDigest digest of the model, empty if there was none
 * @param model       where the model is, empty if there is none
 * @param seconds     by phase, and {@code total}
 * @param tables      parents before children
 * @param checked     how many constraints were checked
 * @param violations  constraints that are broken
 * @param warnings    what was not kept, or should be known
 */
public record RunResult(
        String runId,
        String status,
        long seed,
        String modelDigest,
        String model,
        Map<String, Double> seconds,
        List<TableResult> tables,
        long checked,
        List<Broken> violations,
        List<Warning> warnings) {

    /**
     * A broken constraint.
     *
     * @param kind   {@code link}, {@code key}, {@code null}, {@code check} or {@code counter}
     * @param object its name with its table
     * @param rows   how many rows break it; 0 if the database refused it and did not say
     */
    public record Broken(String kind, String object, long rows) {}

    public RunResult {
        tables = List.copyOf(tables);
        violations = List.copyOf(violations);
        warnings = List.copyOf(warnings);
    }

    public boolean isViolated() {
        return !violations.isEmpty();
    }
}
