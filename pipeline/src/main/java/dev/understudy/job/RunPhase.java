package dev.understudy.job;

import java.util.Locale;

/** Parts of a run, in their order. */
public enum RunPhase {
    /** Catalog and probe of the source. */
    PLAN,
    /** Reading all rows. */
    READ,
    LEARN,
    /** Generated or given rows are judged against real ones. */
    EVALUATE,
    /** Target tables are made, or their constraints paused. */
    PREPARE,
    /** Rows are generated and loaded. */
    GENERATE,
    /** Keys, indexes, links, and whatever else comes after the rows. */
    FINISH,
    /** Constraints, counters and counts of the target are checked. */
    VERIFY;

    /** As in results: {@code generate}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
