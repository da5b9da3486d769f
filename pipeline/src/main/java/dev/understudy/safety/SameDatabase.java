package dev.understudy.safety;

import dev.understudy.connect.Database;
import dev.understudy.connect.SqlFailure;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Whether source and target are one database, under whatever names they were reached.
 *
 * <p>The test takes a lock through the source and looks for it through the target, so neither host names nor ports nor
 * poolers in between can hide that both are one. Another database of the same server is another database.
 */
public final class SameDatabase {
    private static final String SQLITE_FILE = "SELECT file FROM pragma_database_list WHERE name = 'main'";
    private static final int MOST_KEY = 1_000_000_000;

    private final Connection source;
    private final Connection target;

    private SameDatabase(Connection source, Connection target) {
        this.source = source;
        this.target = target;
    }

    /**
     * Changes nothing at either end.
     *
     * @param confirmed true if the operator says that the target is a restored copy of the source's storage; lifts only
     *                  the refusal of a common origin
     * @throws UnderstudyException {@link Problem#UNSAFE} if both are one database, if one is a replica of the other, or if
     *     both have one origin and that is not confirmed
     */
    public static void refuse(Database source, Database target, boolean confirmed) {
        if (source.vendor() != target.vendor()) {
            return;
        }
        try (Connection from = source.connect();
                Connection to = target.connect()) {
            SameDatabase test = new SameDatabase(from, to);
            switch (source.vendor()) {
                case POSTGRESQL -> test.refusePostgres(target, confirmed);
                case MARIADB -> test.refuseMariaDb(target, confirmed);
                case H2 -> refuseIf(test.isOneH2(source, target), one(target));
                case SQLITE -> refuseIf(test.same(SQLITE_FILE), one(target));
                case GENERIC ->
                    refuseIf(source.access().place().equals(target.access().place()), one(target));
            }
        } catch (SQLException e) {
            throw SqlFailure.translate("Comparing source and target", e);
        }
    }

    private void refusePostgres(Database to, boolean confirmed) throws SQLException {
        int high = ThreadLocalRandom.current().nextInt(1, MOST_KEY);
        int low = ThreadLocalRandom.current().nextInt(1, MOST_KEY);
        String key = high + ", " + low;
        text(source, "SELECT pg_try_advisory_lock(" + key + ")");
        try {
            // Advisory locks belong to a database; two clusters may give two databases the same number, but not this
            // lock.
            refuseIf(text(target, """
                                    SELECT 1 FROM pg_locks l JOIN pg_database d ON d.oid = l.database
                                    WHERE l.locktype = 'advisory' AND l.classid = %d AND l.objid = %d AND l.objsubid = 2
                                      AND d.datname = current_database()""".formatted(high, low)).isPresent(), one(to));
        } finally {
            text(source, "SELECT pg_advisory_unlock(" + key + ")");
        }
        boolean sameName = same("SELECT current_database()");
        boolean sameOrigin = sameName && sameIfAllowed("SELECT system_identifier FROM pg_control_system()");
        boolean standby = text(source, "SELECT pg_is_in_recovery()").equals(text(target, "SELECT true"));
        refuseIf(sameOrigin && standby, "The source is a replica of the target %s.".formatted(to.access()));
        refuseIf(sameOrigin && !confirmed, origin(to));
    }

    private void refuseMariaDb(Database to, boolean confirmed) throws SQLException {
        boolean sameName = same("SELECT database()");
        String lock = "understudy." + ThreadLocalRandom.current().nextInt(1, MOST_KEY) + "."
                + ThreadLocalRandom.current().nextInt(1, MOST_KEY);
        text(source, "SELECT get_lock('" + lock + "', 0)");
        try {
            // A lock belongs to the whole server here.
            boolean oneServer =
                    text(target, "SELECT is_used_lock('" + lock + "')").isPresent();
            refuseIf(oneServer && sameName, one(to));
            if (oneServer) {
                return;
            }
        } finally {
            text(source, "SELECT release_lock('" + lock + "')");
        }
        boolean sameOrigin = sameName
                && (sameIfAllowed("SELECT @@server_uid")
                        || sameIfAllowed("SELECT concat(@@hostname, ' ', @@port, ' ', @@datadir)"));
        refuseIf(sameOrigin && !confirmed, origin(to));
    }

    private boolean isOneH2(Database from, Database to) throws SQLException {
        if (from.access().place().equals(to.access().place())) {
            return true;
        }
        // Null for a database in memory: that one has only its name, and only within one process.
        return text(source, "SELECT DATABASE_PATH()").isPresent() && same("SELECT DATABASE_PATH()");
    }

    private boolean same(String query) throws SQLException {
        return text(source, query).equals(text(target, query));
    }

    /** False where the server does not tell this user, or does not know the question. */
    private boolean sameIfAllowed(String query) {
        try {
            Optional<String> from = text(source, query);
            return from.isPresent() && from.equals(text(target, query));
        } catch (SQLException e) {
            return false;
        }
    }

    private static Optional<String> text(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            return result.next() ? Optional.ofNullable(result.getString(1)) : Optional.empty();
        }
    }

    private static String one(Database target) {
        return "Source and target are one database: %s. Nothing was written; name another target."
                .formatted(target.access());
    }

    private static String origin(Database target) {
        return "The target %s has the same origin as the source: a replica, or a copy of its storage. If it is a copy that may be overwritten, set target.same-origin: confirmed."
                .formatted(target.access());
    }

    private static void refuseIf(boolean refused, String message) {
        if (refused) {
            throw new UnderstudyException(Problem.UNSAFE, message);
        }
    }
}
