package dev.understudy.cli.verb;

import dev.understudy.job.RunPhase;
import dev.understudy.job.RunProgress;
import dev.understudy.plan.Plan;
import dev.understudy.schema.TableName;

/**
 * Hands progress on, unless the run is to end.
 *
 * @param shown what the user sees
 */
record CancellableProgress(RunProgress shown, Cancellation cancellation) implements RunProgress {
    @Override
    public void begun(String runId) {
        cancellation.step(() -> shown.begun(runId));
    }

    @Override
    public void ends(String source, String target) {
        cancellation.step(() -> shown.ends(source, target));
    }

    @Override
    public void phase(RunPhase phase) {
        cancellation.enter(phase, () -> shown.phase(phase));
    }

    @Override
    public void planned(Plan plan) {
        cancellation.step(() -> shown.planned(plan));
    }

    @Override
    public void read(TableName table, long rows, long kept) {
        cancellation.step(() -> shown.read(table, rows, kept));
    }

    @Override
    public void learned(TableName table) {
        cancellation.step(() -> shown.learned(table));
    }

    @Override
    public void wrote(TableName table, long rows, long expected) {
        cancellation.step(() -> shown.wrote(table, rows, expected));
    }

    @Override
    public void finished(TableName table, long rows) {
        cancellation.step(() -> shown.finished(table, rows));
    }

    @Override
    public void settling() {
        cancellation.settle(shown::settling);
    }
}
