package dev.understudy.sql.ddl.crossvendor;

/**
 * What a column's type becomes.
 *
 * @param sql     as it stands in a column definition
 * @param kind    what that takes
 * @param changed true if it takes other values than the source's type, or shows them in another form
 */
record TargetType(String sql, Kind kind, boolean changed) {
    /** How literals are written and what keys can do with them. */
    enum Kind {
        BOOLEAN,
        NUMBER,
        /** Characters of limited length. */
        SHORT_TEXT,
        /** Characters without a limit: MariaDB cannot use them whole in a key. */
        LONG_TEXT,
        BINARY,
        TIME,
        OTHER
    }

    static TargetType same(Kind kind, String sql) {
        return new TargetType(sql, kind, false);
    }

    static TargetType changed(Kind kind, String sql) {
        return new TargetType(sql, kind, true);
    }
}
