package dev.understudy.swap;

import dev.understudy.schema.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Exchanges tables that serve for others of the same definition that were filled beside them. In this order:
 * {@link #obstacle}, {@link #clearAway}, {@link #make}, then rows come in, {@link #build}, {@link #exchange}. For one thread,
 * under the lock that keeps two runs apart.
 */
public interface Swap {
    /** Words in the comment of whatever stands beside, by which a later run knows that it may be dropped. */
    String MARK = "Rows of a run of Understudy on their way; dropped when it ends.";

    /** What an exchange does while nobody sees the tables. */
    @FunctionalInterface
    interface Within {
        void run(Connection connection) throws SQLException;
    }

    /**
     * Why tables cannot be exchanged without losing something; empty if they can. Writes nothing. Cost: some catalog queries.
     *
     * @param live full names of all tables that would be exchanged
     */
    Optional<String> obstacle(Connection connection, List<TableName> live) throws SQLException;

    /** Drops what earlier runs left beside these tables. */
    void clearAway(Connection connection, List<TableName> live) throws SQLException;

    /**
     * Makes empty tables beside, without keys and links where rows come in faster so.
     *
     * @return where the tables of each schema stand
     */
    Map<String, String> make(Connection connection, List<TableName> live) throws SQLException;

    /** Gives the tables beside all that those that serve have and that is built over rows: keys, indexes, links, extended statistics. */
    void build(Connection connection) throws SQLException;

    /** True if {@link #exchange} and what is done within it become permanent together. */
    boolean isTransactional();

    /**
     * Puts the tables beside in the place of those that serve. What is left of the old ones goes with {@link #clearAway}.
     *
     * @param connection in auto-commit mode
     * @param within     done when the new tables stand in their places, before others see them; not called unless
     *                   {@link #isTransactional}
     * @param settling   run before every attempt to get hold of the tables, and right before the step that cannot be taken back;
     *                   when it throws, the old tables stay
     * @throws dev.understudy.problem.UnderstudyException if readers do not let go of the tables in time, or the tables that
     *     serve were altered since {@link #make}; the old ones stay
     */
    void exchange(Connection connection, Within within, Runnable settling) throws SQLException;

    /**
     * Whether an exchange has taken place of whose end nothing was heard, since its connection was lost. To be asked before
     * {@link #clearAway}; false where {@link #isTransactional}, because then what was done within says so.
     */
    boolean hasTakenPlace(Connection connection) throws SQLException;
}
