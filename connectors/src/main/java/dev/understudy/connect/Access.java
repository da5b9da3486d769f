package dev.understudy.connect;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How to get into a database. Never shows the password.
 *
 * @param url      a JDBC URL; may carry a user and a password of its own
 * @param user     who logs in; empty where the URL or the driver knows
 * @param password empty where none is needed
 * @param readOnly true for a source: no connection may write
 * @param most     most connections open at once; at least 1
 * @param tls      how connections are encrypted; empty for what the URL says
 */
public record Access(String url, String user, String password, boolean readOnly, int most, Optional<Tls> tls) {
    private static final int DEFAULT_MOST = 8;
    private static final Pattern PARAMETERS = Pattern.compile("[?;].*$", Pattern.DOTALL);
    private static final Pattern CREDENTIALS = Pattern.compile("//[^/@]*@");

    /** Encrypted as the URL says. */
    public Access(String url, String user, String password, boolean readOnly, int most) {
        this(url, user, password, readOnly, most, Optional.empty());
    }

    public Access {
        Objects.requireNonNull(url);
        Objects.requireNonNull(user);
        Objects.requireNonNull(password);
        if (!url.startsWith("jdbc:")) {
            throw new UnderstudyException(
                    Problem.USAGE, "A database is named by a JDBC URL, such as jdbc:postgresql://host/database.");
        }
        if (most < 1) {
            throw new IllegalArgumentException("At least one connection is needed, not %d.".formatted(most));
        }
    }

    /** A door to a target: rows may be written. */
    public static Access of(String url, String user, String password) {
        return new Access(url, user, password, false, DEFAULT_MOST, Optional.empty());
    }

    /** The same door, but only for looking. */
    public Access asSource() {
        return new Access(url, user, password, true, most, tls);
    }

    public Access withMost(int connections) {
        return new Access(url, user, password, readOnly, connections, tls);
    }

    /** The same door with another encryption. */
    public Access with(Tls encryption) {
        return new Access(url, user, password, readOnly, most, Optional.of(encryption));
    }

    /** The URL without parameters and credentials, for people. */
    public String place() {
        return CREDENTIALS.matcher(PARAMETERS.matcher(url).replaceFirst("")).replaceFirst("//");
    }

    @Override
    public String toString() {
        return user.isEmpty() ? place() : "%s as %s".formatted(place(), user);
    }
}
