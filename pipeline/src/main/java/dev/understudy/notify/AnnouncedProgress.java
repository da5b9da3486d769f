package dev.understudy.notify;

import dev.understudy.job.RunPhase;
import dev.understudy.job.RunProgress;
import dev.understudy.plan.Plan;
import dev.understudy.schema.TableName;
import java.util.function.Consumer;

/** Hands progress on, and tells when the run has a name. */
record AnnouncedProgress(RunProgress shown, Consumer<String> begun) implements RunProgress {
    @Override
    public void begun(String runId) {
        begun.accept(runId);
        shown.begun(runId);
    }

    @Override
    public void ends(String source, String target) {
        shown.ends(source, target);
    }

    @Override
    public void phase(RunPhase phase) {
        shown.phase(phase);
    }

    @Override
    public void planned(Plan plan) {
        shown.planned(plan);
    }

    @Override
    public void read(TableName table, long rows, long kept) {
        shown.read(table, rows, kept);
    }

    @Override
    public void learned(TableName table) {
        shown.learned(table);
    }

    @Override
    public void wrote(TableName table, long rows, long expected) {
        shown.wrote(table, rows, expected);
    }

    @Override
    public void finished(TableName table, long rows) {
        shown.finished(table, rows);
    }

    @Override
    public void settling() {
        shown.settling();
    }
}
