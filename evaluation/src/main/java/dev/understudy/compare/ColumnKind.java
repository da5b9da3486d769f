package dev.understudy.compare;

/** How the values of a column are compared. */
public enum ColumnKind {
    NUMBER,
    /** A date, or a date with a time; values are microseconds since 1970. */
    TIME,
    /** Values without an order; values are numbers of categories. */
    CATEGORY
}
