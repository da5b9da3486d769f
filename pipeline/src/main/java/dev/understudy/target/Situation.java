package dev.understudy.target;

/** What was found in a target before the first write, and so what a run will do. */
public enum Situation {
    /** The tables are missing and will be made. */
    FRESH,
    /** An earlier run of Understudy was cut off; what it left is cleared away and done again. */
    CONTINUED,
    /** The tables stand and hold no rows. */
    EMPTY,
    /** The tables hold rows that may be replaced, in one transaction. */
    REPLACED
}
