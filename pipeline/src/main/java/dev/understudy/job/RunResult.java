package dev.understudy.job;

import dev.understudy.plan.Acknowledgement;
import dev.understudy.plan.Warning;
import dev.understudy.report.ReleaseFacts;
import dev.understudy.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a run ended.
 *
 * @param runId       its name
 * @param status      {@code done}, {@code violated} if a constraint of the target is broken, or {@code gate-failed}
 *                    if nothing was written because a gate failed
 * @param seed        start of every draw
 * @param modelDigest digest of the model, empty if there was none
 * @param model       where the model is, empty if there is none
 * @param seconds     by phase, and {@code total}
 * @param tables      parents before children
 * @param checked     how many constraints were checked
 * @param violations  constraints that are broken
 * @param warnings    what was not kept, or should be known
 * @param judged      what was said of the rows before they were loaded; empty if nobody asked
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
        List<Warning> warnings,
        Optional<Judged> judged) {

    /** A run whose rows were not judged. */
    public RunResult(
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
        this(runId, status, seed, modelDigest, model, seconds, tables, checked, violations, warnings, Optional.empty());
    }

    /** The same with what was said of its rows. */
    RunResult with(Judged told) {
        ReleaseFacts facts = told.facts();
        return new RunResult(
                runId,
                status,
                seed,
                modelDigest,
                model,
                seconds,
                tables,
                checked,
                violations,
                warnings,
                Optional.of(new Judged(
                        told.report(),
                        new ReleaseFacts(
                                facts.version(),
                                runId,
                                modelDigest,
                                facts.source(),
                                facts.snapshot(),
                                facts.unit(),
                                facts.method(),
                                facts.kept(),
                                facts.protections(),
                                facts.rounds()))));
    }

    /** The same with more to be known. */
    RunResult with(List<Warning> more) {
        List<Warning> all = new ArrayList<>(warnings);
        all.addAll(more);
        return new RunResult(
                runId, status, seed, modelDigest, model, seconds, tables, checked, violations, all, judged);
    }

    /** The same with the reasons of those warnings that are acknowledged. */
    public RunResult acknowledged(List<Acknowledgement> known) {
        return new RunResult(
                runId,
                status,
                seed,
                modelDigest,
                model,
                seconds,
                tables,
                checked,
                violations,
                Acknowledgement.apply(known, warnings),
                judged);
    }

    /** True if a gate stopped the run before anything was written. */
    public boolean isStopped() {
        return judged.map(Judged::report).filter(Report::isStopped).isPresent();
    }

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
