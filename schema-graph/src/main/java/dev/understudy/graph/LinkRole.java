package dev.understudy.graph;

/** What a foreign key does while rows are generated. */
public enum LinkRole {
    /** The one link through which a child's rows are made: they belong to the family of that parent. */
    OWNING,
    /** Its target is chosen among rows that exist already. */
    REFERENCE,
    /** Points into its own table. */
    SELF,
    /** Closes a ring of tables, so it is assigned last, when all rows exist. */
    BROKEN
}
