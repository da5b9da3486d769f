package dev.understudy.target;

import dev.understudy.data.RowSink;

/** One way to get rows into a target and to undo it. */
sealed interface Loading permits FreshLoading, EmptyLoading, ReplacingLoading, BesideLoading {
    void begin();

    RowSink sink();

    TargetOutcome complete();

    /** Puts the target back as it was found. */
    void abandon(String reason);
}
