package dev.understudy.connect;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.schema.Vendor;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;

/**
 * A database with a pool of connections to it. May be shared by threads; a connection may not.
 *
 * <p>Connections are handed out in auto-commit mode, in UTC, and go back to the pool when closed.
 */
public final class Database implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(3);

    private final Access access;
    private final Vendor vendor;
    private final String version;
    private final HikariDataSource pool;

    private Database(Access access, Vendor vendor, String version, HikariDataSource pool) {
        this.access = access;
        this.vendor = vendor;
        this.version = version;
        this.pool = pool;
    }

    /**
     * Logs in once, to see that it works, and keeps the pool for later.
     *
     * @throws dev.understudy.problem.UnderstudyException with {@code CONNECTION} and one line that names the place
     */
    public static Database open(Access access) {
        Dialling dialling = Dialling.of(access);
        // Not through the pool, which would try a wrong password again and again until its time is over.
        try (Connection first = dialling.dataSource(false).getConnection()) {
            String version = first.getMetaData().getDatabaseProductVersion();
            return new Database(access, dialling.vendor(), version, new HikariDataSource(settings(access, dialling)));
        } catch (SQLException e) {
            throw SqlFailure.translate("Connecting to " + access, e);
        }
    }

    private static HikariConfig settings(Access access, Dialling dialling) {
        HikariConfig settings = new HikariConfig();
        settings.setPoolName("understudy-" + (access.readOnly() ? "source" : "target"));
        settings.setDataSource(dialling.dataSource(!access.readOnly()));
        settings.setReadOnly(access.readOnly());
        settings.setConnectionInitSql(dialling.greeting());
        settings.setMaximumPoolSize(access.most());
        settings.setMinimumIdle(0);
        settings.setConnectionTimeout(PATIENCE.toMillis());
        settings.setInitializationFailTimeout(-1);
        settings.setMaxLifetime(0);
        return settings;
    }

    public Vendor vendor() {
        return vendor;
    }

    /** The server's version in its own words. */
    public String version() {
        return version;
    }

    public Access access() {
        return access;
    }

    /** A connection of the caller's own, to be closed by the caller. Waits up to 30 s when all are in use. */
    public Connection connect() {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw SqlFailure.translate("Connecting to " + access, e);
        }
    }

    /** The pool itself, for a library that opens and closes connections on its own. */
    public DataSource dataSource() {
        return pool;
    }

    /** Runs {@code work} on a connection of its own and gives it back; {@code doing} opens the message of a failure. */
    public <T> T with(String doing, SqlWork<T> work) {
        try (Connection connection = connect()) {
            return work.on(connection);
        } catch (SQLException e) {
            throw SqlFailure.translate(doing, e);
        }
    }

    /**
     * Like {@link #with}, for work that must come to its end because something before it cannot be taken back: after a lost
     * connection, a statement that was ended or a lock that was not to be had, it is done again on a new connection, for half a
     * minute.
     *
     * @param work may be repeated at any of its steps
     */
    public <T> T insist(String doing, SqlWork<T> work) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        for (long pause = FIRST_PAUSE.toNanos(); ; pause = Math.min(2 * pause, LONGEST_PAUSE.toNanos())) {
            try {
                return with(doing, work);
            } catch (UnderstudyException e) {
                if (!SqlFailure.isDisturbance(e) || System.nanoTime() + pause > until) {
                    throw e;
                }
                LockSupport.parkNanos(pause);
            }
        }
    }

    /** Something done with a connection. */
    @FunctionalInterface
    public interface SqlWork<T> {
        T on(Connection connection) throws SQLException;
    }

    @Override
    public void close() {
        pool.close();
    }

    @Override
    public String toString() {
        return "%s at %s".formatted(vendor.title(), access);
    }
}
