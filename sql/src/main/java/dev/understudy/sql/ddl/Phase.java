package dev.understudy.sql.ddl;

/** When a statement runs, relative to the load. Later phases need what earlier ones made. */
public enum Phase {
    /** Schemas, extensions, types, sequences, tables, and the routines that tables need. */
    BEFORE_LOAD,
    /** Primary keys and unique constraints: built once over all rows instead of row by row. */
    AFTER_LOAD_KEYS,
    /** Every other index. */
    AFTER_LOAD_INDEXES,
    /** Conditions that could not stand in the table from the start, because they call functions. */
    AFTER_LOAD_CHECKS,
    /** Exclusion constraints, then foreign keys. */
    AFTER_LOAD_LINKS,
    /** Views, triggers, rules, policies, statistics, comments. */
    AFTER_LOAD_OBJECTS
}
