package dev.understudy.connect;

import dev.understudy.problem.UnderstudyException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What a driver's error means for a user, in one line.
 *
 * <p>The driver's own words are not handed on: they often quote the row. Told are the class of the error, its code, and
 * names of constraints, tables and columns where the server reports them apart from its message.
 */
public final class SqlFailure {
    private static final Pattern WHERE_IN_TABLE =
            Pattern.compile("for (?:column|key) [`']([^`']+)[`'](?: at row (\\d+))?");
    private static final Pattern CONSTRAINT = Pattern.compile("CONSTRAINT [`\"]([^`\"]+)[`\"]");

    private SqlFailure() {}

    /**
     * @param doing what was tried, as the start of a sentence: {@code Reading shop.orders}
     * @return an exception to throw
     */
    public static UnderstudyException translate(String doing, SQLException error) {
        SQLException root = rootOf(error);
        SqlMeaning meaning = SqlMeaning.of(root);
        StringBuilder message = new StringBuilder(doing).append(" failed: ").append(meaning.told());
        namesIn(root).ifPresent(names -> message.append(" (").append(names).append(')'));
        message.append(" [").append(codeOf(root)).append(']');
        return new UnderstudyException(meaning.problem(), message.toString(), error);
    }

    /**
     * Like {@link #translate}, for statements that hold definitions and no data, so that the server's complaint about
     * their wording may be shown.
     */
    public static UnderstudyException translateDefinition(String doing, SQLException error) {
        SQLException root = rootOf(error);
        UnderstudyException plain = translate(doing, error);
        if (!SqlMeaning.isAboutWording(root) || root.getMessage() == null) {
            return plain;
        }
        String firstLine = root.getMessage().lines().findFirst().orElse("").strip();
        return new UnderstudyException(
                plain.problem(), "%s failed: %s [%s]".formatted(doing, firstLine, codeOf(root)), error);
    }

    /** True for an error of the given SQLSTATE, or of a class of them when only two characters are given. */
    public static boolean isState(SQLException error, String state) {
        String actual = rootOf(error).getSQLState();
        return actual != null && actual.startsWith(state);
    }

    /**
     * True for a failure that says nothing of what was tried: the server went away or was stopped, or is out of disk, memory or
     * connections. The same may work later.
     */
    public static boolean isOutage(UnderstudyException failure) {
        return meaningOf(failure).filter(SqlMeaning::isOutage).isPresent();
    }

    /** As {@link #isOutage(UnderstudyException)}. */
    public static boolean isOutage(SQLException error) {
        return SqlMeaning.of(rootOf(error)).isOutage();
    }

    private static Optional<SqlMeaning> meaningOf(UnderstudyException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException error) {
                return Optional.of(SqlMeaning.of(rootOf(error)));
            }
        }
        return Optional.empty();
    }

    /**
     * True if the server did not get to judge the statement: the connection broke, somebody ended the statement, a lock or
     * memory was not to be had. The same statement may succeed later, so nothing follows from such an error.
     */
    public static boolean isDisturbance(SQLException error) {
        return SqlMeaning.of(rootOf(error)).isDisturbance();
    }

    /** As {@link #isDisturbance(SQLException)}. */
    public static boolean isDisturbance(UnderstudyException failure) {
        return meaningOf(failure).filter(SqlMeaning::isDisturbance).isPresent();
    }

    private static SQLException rootOf(SQLException error) {
        SQLException root = error;
        for (Throwable cause = error.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException inner && inner.getSQLState() != null) {
                root = inner;
            }
        }
        return root;
    }

    private static String codeOf(SQLException error) {
        String state = error.getSQLState() == null ? "no SQLSTATE" : "SQLSTATE " + error.getSQLState();
        return error.getErrorCode() == 0 ? state : state + ", code " + error.getErrorCode();
    }

    private static Optional<String> namesIn(SQLException error) {
        if (error instanceof PSQLException fromServer && fromServer.getServerErrorMessage() != null) {
            ServerErrorMessage server = fromServer.getServerErrorMessage();
            if (server.getConstraint() != null) {
                return Optional.of("constraint %s of %s".formatted(server.getConstraint(), server.getTable()));
            }
            if (server.getColumn() != null) {
                return Optional.of("column %s of %s".formatted(server.getColumn(), server.getTable()));
            }
            return Optional.empty();
        }
        String words = error.getMessage() == null ? "" : error.getMessage();
        Matcher constraint = CONSTRAINT.matcher(words);
        if (constraint.find()) {
            return Optional.of("constraint " + constraint.group(1));
        }
        Matcher where = WHERE_IN_TABLE.matcher(words);
        if (where.find()) {
            return Optional.of(where.group(2) == null ? where.group(1) : where.group(1) + ", row " + where.group(2));
        }
        return Optional.empty();
    }
}
