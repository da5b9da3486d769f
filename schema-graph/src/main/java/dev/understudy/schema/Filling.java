package dev.understudy.schema;

/** Who writes a column. */
public enum Filling {
    /** Whoever inserts the row; a default may stand in. */
    ORDINARY,
    /** The database numbers rows and refuses given numbers unless overridden. */
    IDENTITY_ALWAYS,
    /** The database numbers rows that come without a number. */
    IDENTITY_BY_DEFAULT,
    /** A sequence in the column's default numbers the rows (serial). */
    SEQUENCE,
    /** MariaDB's counter of the table. */
    AUTO_INCREMENT,
    /** Computed from other columns by the database; never written. */
    GENERATED,
    /** Row start or row end of a system-versioned table; never written. */
    SYSTEM_TIME;

    /** True if a loader must leave the column out. */
    public boolean writesItself() {
        return this == GENERATED || this == SYSTEM_TIME;
    }

    /** True if the database counts the column up by itself when no value is given. */
    public boolean counts() {
        return this == IDENTITY_ALWAYS || this == IDENTITY_BY_DEFAULT || this == SEQUENCE || this == AUTO_INCREMENT;
    }
}
