package dev.understudy.target;

/** How far a run of the ledger came. */
public enum RunState {
    /** Still at it, or cut off without a word. */
    RUNNING,
    DONE,
    /** Done, but a constraint is violated. */
    VIOLATED,
    /** Given up; nothing of it is left, beside what could not be put back. */
    FAILED
}
