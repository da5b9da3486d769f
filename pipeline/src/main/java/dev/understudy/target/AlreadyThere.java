package dev.understudy.target;

import java.sql.SQLException;
import java.util.Set;

/** Tells the errors that only say that something stands already, or is gone already. */
final class AlreadyThere {
    private static final Set<String> EXISTS = Set.of("42P07", "42710", "42P06", "42723", "42701");
    private static final Set<Integer> EXISTS_CODES =
            Set.of(1007, 1050, 1304, 1359, 42101, 90035, 90038, 90041, 90045, 90076, 90078, 90119);
    /** A second primary key, index or link of the same name; from PostgreSQL, H2 and MariaDB. */
    private static final Set<String> REPEATED = Set.of("42P16");

    private static final Set<Integer> REPEATED_CODES = Set.of(90017, 42111, 1061, 1068, 1826, 1022, 121);

    private static final Set<String> GONE = Set.of("42P01", "42704", "42S02", "42S04", "3F000");

    private static final int SQLITE_ERROR = 1;

    private AlreadyThere() {}

    static boolean exists(SQLException error) {
        return EXISTS.contains(String.valueOf(error.getSQLState()))
                || EXISTS_CODES.contains(error.getErrorCode())
                || ofSqlite(error, " already exists");
    }

    /** SQLite has one code for every statement that it refuses, and no states. */
    private static boolean ofSqlite(SQLException error, String words) {
        return error.getErrorCode() == SQLITE_ERROR
                && error.getSQLState() == null
                && String.valueOf(error.getMessage()).contains(words);
    }

    /** As {@link #exists}, of a statement that was executed before, perhaps: its effect may be told in other words. */
    static boolean isRepeated(SQLException error) {
        return exists(error)
                || REPEATED.contains(String.valueOf(error.getSQLState()))
                || REPEATED_CODES.contains(error.getErrorCode());
    }

    static boolean isGone(SQLException error) {
        return GONE.contains(String.valueOf(error.getSQLState()))
                || error.getErrorCode() == 1146
                || ofSqlite(error, "no such ");
    }
}
