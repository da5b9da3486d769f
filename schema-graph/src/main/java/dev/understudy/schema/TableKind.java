package dev.understudy.schema;

/** How a table holds its rows. */
public enum TableKind {
    ORDINARY,
    /** Holds no rows itself; they land in its partitions. Rows are read and written through it. */
    PARTITIONED,
    /** A part of a partitioned table; never read or written by itself. */
    PARTITION,
    /** Inherits columns from other tables (PostgreSQL); its rows show in theirs too, so reads say ONLY. */
    INHERITED,
    /** Keeps its own history (MariaDB's system versioning). */
    VERSIONED,
    /** Rows live elsewhere (foreign tables); listed, never created. */
    FOREIGN
}
