package dev.understudy.target;

import dev.understudy.connect.Afterwards;
import dev.understudy.connect.Answers;
import dev.understudy.connect.Database;
import dev.understudy.connect.Database.SqlWork;
import dev.understudy.schema.Vendor;
import java.sql.Connection;
import java.sql.SQLException;

/** Work that must not wait for ever behind a writer that nobody closed, or a session that outlived its process. */
final class LockWait {
    /** Long enough for a server to notice that a client is gone. */
    private static final int SECONDS = 15;

    private LockWait() {}

    /** Like {@link Database#with}; a lock that is not free in time ends the work with {@code FAILED}. H2 waits 2 s anyway. */
    static <T> T with(Database target, String doing, SqlWork<T> work) {
        return target.with(doing, limited(target, work));
    }

    /** Like {@link Database#insist}, with the same limit. */
    static <T> T insist(Database target, String doing, SqlWork<T> work) {
        return target.insist(doing, limited(target, work));
    }

    private static <T> SqlWork<T> limited(Database target, SqlWork<T> work) {
        return connection -> {
            set(connection, target.vendor(), Integer.toString(SECONDS));
            return Afterwards.ensure(() -> set(connection, target.vendor(), "DEFAULT"), () -> work.on(connection));
        };
    }

    private static void set(Connection connection, Vendor vendor, String seconds) throws SQLException {
        switch (vendor) {
            case POSTGRESQL ->
                Answers.execute(
                        connection,
                        "SET lock_timeout = " + (seconds.equals("DEFAULT") ? seconds : "'" + seconds + "s'"));
            case MARIADB ->
                Answers.execute(
                        connection, "SET lock_wait_timeout = " + seconds + ", innodb_lock_wait_timeout = " + seconds);
            case H2, SQLITE, GENERIC -> {}
        }
    }
}
