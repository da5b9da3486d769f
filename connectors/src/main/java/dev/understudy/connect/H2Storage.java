package dev.understudy.connect;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;

/**
 * How H2 keeps a file that this process has open.
 *
 * <p>H2 2.4 writes its file twice a second from a thread of its own, map after map, while rows go on coming in. A file that
 * is left so, because the process was killed, holds rows of a transaction of which its undo log knows nothing: they are there
 * for good, although nobody committed them (in 3 of 125 kills during a load, 2 to 10 rows). Without that thread the one that
 * writes rows writes the file too, between two of its steps.
 */
final class H2Storage {
    private H2Storage() {}

    /**
     * Lets a file be written by those who commit or run out of memory only, as long as this process has it open. Does nothing to
     * a database that another process keeps.
     */
    static void keepWhole(Connection connection) throws SQLException {
        if (connection.isWrapperFor(JdbcConnection.class)
                && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
            session.getDatabase().getStore().getMvStore().setAutoCommitDelay(0);
        }
    }
}
