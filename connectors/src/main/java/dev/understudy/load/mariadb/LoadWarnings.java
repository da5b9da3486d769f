package dev.understudy.load.mariadb;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what LOAD DATA LOCAL hides: the server turns every error of a row into a warning, and leaves out rows that repeat
 * a key.
 */
final class LoadWarnings {
    private static final Pattern COLUMN = Pattern.compile("column (?:[`'\\w.]*\\.)?[`']([^`']+)[`'] at row (\\d+)");
    private static final Pattern ROW = Pattern.compile("at row (\\d+)");
    private static final Pattern CONSTRAINT = Pattern.compile("CONSTRAINT `([^`]+)`");
    private static final int DUPLICATE = 1062;
    private static final int NULL = 1048;
    private static final int NULL_IN_LOAD = 1263;
    private static final int CHECK = 4025;

    private LoadWarnings() {}

    /** @throws UnderstudyException naming constraint, column and row, never a value */
    static void check(Connection connection, String doing, long sent, long loaded) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet warnings = statement.executeQuery("SHOW WARNINGS LIMIT 1")) {
            if (warnings.next()) {
                throw new UnderstudyException(
                        Problem.VIOLATION,
                        "%s failed: %s [code %d]"
                                .formatted(
                                        doing, meaning(warnings.getInt(2), warnings.getString(3)), warnings.getInt(2)));
            }
        }
        if (loaded != sent) {
            throw new UnderstudyException(
                    Problem.VIOLATION, "%s failed: %d rows were sent, %d arrived.".formatted(doing, sent, loaded));
        }
    }

    private static String meaning(int code, String words) {
        String what = switch (code) {
            case DUPLICATE -> "two rows with the same unique key";
            case NULL, NULL_IN_LOAD -> "a null where the column forbids it";
            case CHECK -> "a row against a check constraint";
            default -> "a value does not fit its column";
        };
        Matcher constraint = CONSTRAINT.matcher(words);
        if (constraint.find()) {
            return what + " (constraint " + constraint.group(1) + ")";
        }
        Matcher column = COLUMN.matcher(words);
        if (column.find()) {
            return what + " (column " + column.group(1) + ", row " + column.group(2) + ")";
        }
        Matcher row = ROW.matcher(words);
        return row.find() ? what + " (row " + row.group(1) + ")" : what;
    }
}
