package dev.understudy.job;

import dev.understudy.plan.Plan;
import dev.understudy.schema.TableName;

/** Is told how far a run has come. Calls come from one thread at a time. */
public interface RunProgress {
    RunProgress NONE = new RunProgress() {};

    /** The run has a name; called first. */
    default void begun(String runId) {}

    /** Both ends, before anything is written. @param target empty if the run has none */
    default void ends(String source, String target) {}

    default void phase(RunPhase phase) {}

    default void planned(Plan plan) {}

    /** A table was read. @param rows of it; @param kept those that are learned from */
    default void read(TableName table, long rows, long kept) {}

    default void learned(TableName table) {}

    /** @param expected rows that the table is going to have */
    default void wrote(TableName table, long rows, long expected) {}

    default void finished(TableName table, long rows) {}

    /**
     * The new rows are about to become the target's for good. Whoever wants the run to stop throws here, as from any other step;
     * after this step it ends as it would. Called again while readers are waited for.
     */
    default void settling() {}
}
