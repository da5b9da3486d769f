package dev.understudy.connect;

import dev.understudy.problem.Problem;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A class of errors.
 *
 * @param problem decides the exit status
 * @param told    what a user reads
 */
record SqlMeaning(Problem problem, String told) {
    private static final SqlMeaning PASSWORD = connection("the user or the password is wrong");
    private static final SqlMeaning NO_DATABASE = connection("the database does not exist");
    private static final SqlMeaning BAD_URL =
            new SqlMeaning(Problem.USAGE, "the URL is not one that the driver understands");
    private static final SqlMeaning NO_GRANT = connection("a permission is missing");
    private static final SqlMeaning READ_ONLY =
            connection("the database takes no writes: it is read-only, or a replica");
    private static final SqlMeaning UNREACHABLE = connection("the server does not answer, or the connection broke");
    private static final SqlMeaning STARTING = connection("the server is starting or stopping");
    private static final SqlMeaning LOCKED =
            new SqlMeaning(Problem.FAILED, "another session holds a lock on it; try again when that has ended");
    private static final SqlMeaning NO_TABLE = new SqlMeaning(Problem.DRIFT, "the table does not exist (any more)");
    private static final SqlMeaning NO_COLUMN =
            new SqlMeaning(Problem.DRIFT, "a column does not exist (any more); the schema changed");
    private static final SqlMeaning CHANGED =
            new SqlMeaning(Problem.DRIFT, "the table was altered after the snapshot began; run again");
    private static final SqlMeaning NO_SCHEMA = new SqlMeaning(Problem.DRIFT, "the schema does not exist");
    private static final SqlMeaning FULL = new SqlMeaning(Problem.FAILED, "the server is out of disk, memory or slots");
    private static final SqlMeaning STOPPED = new SqlMeaning(Problem.FAILED, "the server ended the statement");

    private static final SqlMeaning UNDONE =
            new SqlMeaning(Problem.FAILED, "the server undid the transaction in favour of another");

    /** Codes of MariaDB, H2 and (below 100) SQLite that say more than their SQLSTATE. */
    private static final Map<Integer, SqlMeaning> BY_CODE = Map.ofEntries(
            Map.entry(5, LOCKED),
            Map.entry(6, LOCKED),
            Map.entry(8, READ_ONLY),
            Map.entry(13, FULL),
            Map.entry(14, connection("the database file cannot be opened")),
            Map.entry(19, new SqlMeaning(Problem.VIOLATION, "a constraint is violated")),
            Map.entry(26, connection("the file is no database")),
            Map.entry(1045, PASSWORD),
            Map.entry(1698, PASSWORD),
            Map.entry(1049, NO_DATABASE),
            Map.entry(90146, NO_DATABASE),
            Map.entry(90013, NO_DATABASE),
            Map.entry(90046, BAD_URL),
            Map.entry(90113, BAD_URL),
            Map.entry(90096, NO_GRANT),
            Map.entry(1044, NO_GRANT),
            Map.entry(1142, NO_GRANT),
            Map.entry(1143, NO_GRANT),
            Map.entry(1227, NO_GRANT),
            Map.entry(1370, NO_GRANT),
            Map.entry(1290, READ_ONLY),
            Map.entry(1792, READ_ONLY),
            Map.entry(1836, READ_ONLY),
            Map.entry(90097, READ_ONLY),
            Map.entry(1205, LOCKED),
            Map.entry(50200, LOCKED),
            Map.entry(1412, CHANGED),
            Map.entry(1146, NO_TABLE),
            Map.entry(1054, NO_COLUMN),
            Map.entry(1021, FULL),
            Map.entry(1114, FULL),
            Map.entry(1040, FULL),
            Map.entry(1026, FULL),
            Map.entry(1030, FULL),
            Map.entry(90028, FULL),
            Map.entry(90031, FULL),
            Map.entry(1317, STOPPED),
            Map.entry(90098, UNREACHABLE),
            Map.entry(90067, UNREACHABLE),
            Map.entry(90020, connection("another process has the database file open")));

    /** By SQLSTATE; the longest prefix counts. In the order in which they are tried. */
    private static final List<Map.Entry<String, SqlMeaning>> BY_STATE = List.of(
            Map.entry("42501", NO_GRANT),
            Map.entry("25006", READ_ONLY),
            Map.entry("55P03", LOCKED),
            Map.entry("42P01", NO_TABLE),
            Map.entry("42S02", NO_TABLE),
            Map.entry("42S03", NO_TABLE),
            Map.entry("42S04", NO_TABLE),
            Map.entry("42703", NO_COLUMN),
            Map.entry("42S22", NO_COLUMN),
            Map.entry("3D000", NO_DATABASE),
            Map.entry("3F000", NO_SCHEMA),
            Map.entry("23502", new SqlMeaning(Problem.VIOLATION, "a null where the column forbids it")),
            Map.entry("23503", new SqlMeaning(Problem.VIOLATION, "a foreign key without its parent row")),
            Map.entry("23506", new SqlMeaning(Problem.VIOLATION, "a foreign key without its parent row")),
            Map.entry("23505", new SqlMeaning(Problem.VIOLATION, "two rows with the same unique key")),
            Map.entry("23513", new SqlMeaning(Problem.VIOLATION, "a row against a check constraint")),
            Map.entry("23514", new SqlMeaning(Problem.VIOLATION, "a row against a check constraint")),
            Map.entry("23P01", new SqlMeaning(Problem.VIOLATION, "rows that an exclusion constraint forbids")),
            Map.entry("57P03", STARTING),
            Map.entry("28", PASSWORD),
            Map.entry("08", UNREACHABLE),
            Map.entry("23", new SqlMeaning(Problem.VIOLATION, "a constraint is violated")),
            Map.entry("22", new SqlMeaning(Problem.VIOLATION, "a value does not fit its column")),
            Map.entry("40", UNDONE),
            Map.entry("53", FULL),
            Map.entry("57", STOPPED));

    private static final Set<String> WORDING = Set.of("42", "0A", "3F", "2B", "2F", "HY", "90");

    private static SqlMeaning connection(String told) {
        return new SqlMeaning(Problem.CONNECTION, told);
    }

    static SqlMeaning of(SQLException error) {
        if (error instanceof SQLTransientConnectionException) {
            return UNREACHABLE;
        }
        String message = error.getMessage() == null ? "" : error.getMessage();
        if (message.startsWith("No suitable driver")) {
            return new SqlMeaning(Problem.USAGE, "no JDBC driver answers to this URL");
        }
        if (message.startsWith("Unable to parse URL") || message.startsWith("error parsing url")) {
            return BAD_URL;
        }
        if (message.equals("Connection is closed")) {
            // The pool's words for a connection that it has found broken.
            return UNREACHABLE;
        }
        SqlMeaning byCode = BY_CODE.get(error.getErrorCode());
        if (byCode != null) {
            return byCode;
        }
        String state = error.getSQLState() == null ? "" : error.getSQLState();
        Optional<SqlMeaning> byState = BY_STATE.stream()
                .filter(entry -> state.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
        return byState.orElse(new SqlMeaning(Problem.FAILED, "the database refused"));
    }

    /** True if the server is not there, or has no room. */
    boolean isOutage() {
        return this == UNREACHABLE || this == STARTING || this == FULL || this == STOPPED;
    }

    /** True if the server did not come to judge the statement. */
    boolean isDisturbance() {
        return isOutage() || this == LOCKED || this == UNDONE;
    }

    /** True if the server complains about the statement itself, not about rows. */
    static boolean isAboutWording(SQLException error) {
        String state = error.getSQLState();
        return state != null && state.length() == 5 && WORDING.contains(state.substring(0, 2));
    }
}
