package dev.understudy.plan;

/** What the operator wants for the rows of a table. */
public enum RowMode {
    /** The planner decides: labels of lookup tables stay where enough families use them, all else is synthesized. */
    AUTO,
    /** New rows from the model, also for what looks like a lookup table. */
    SYNTHESIZE,
    /** All rows as they are. */
    COPY,
    /** The table is created and stays empty. */
    EMPTY,
    /** The table is created, never read and never written. */
    SKIP
}
