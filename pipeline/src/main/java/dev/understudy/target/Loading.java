package dev.understudy.target;

import dev.understudy.data.RowSink;

/** One way to get rows into a target and to undo it. */
sealed interface Loading permits FreshLoading, EmptyLoading, ReplacingLoading, BesideLoading {
    void begin();

    /** Takes over what this run left when it was cut off, to undo it; in place of {@link #begin}. */
    default void adopt() {}

    RowSink sink();

    /** @param settling as in {@link Target#complete} */
    TargetOutcome complete(Runnable settling);

    /** True if rows that are in stay in when the run is cut off, so that it can go on from there. */
    default boolean canGoOn() {
        return false;
    }

    /** Puts the target back as it was found. */
    void abandon(String reason);
}
