package dev.understudy.target;

/** How far a run of the ledger came. */
public enum RunState {
    /** Still at it, or cut off without a word. */
    RUNNING,
    /** Stopped because the database went away or was full; what is there is kept, and the run can go on. */
    INTERRUPTED,
    DONE,
    /** Done, but a constraint is violated. */
    VIOLATED,
    /** Given up; nothing of it is left, beside what could not be put back. */
    FAILED;

    /** True for a run that came to no end, good or bad. */
    public boolean isCutOff() {
        return this == RUNNING || this == INTERRUPTED;
    }
}
