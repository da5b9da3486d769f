package dev.understudy.connect;

import java.sql.SQLException;

/**
 * Puts a connection back as it was, however the work on it ended. On a connection that broke that fails too, and the failure
 * that came first is the one to be told.
 */
public final class Afterwards {
    private Afterwards() {}

    /** One step. */
    @FunctionalInterface
    public interface Step extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    /** What is done before. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws SQLException;
    }

    /** Does the work, and the step in any case; a failure of the step is thrown only if the work has none. */
    @SuppressWarnings("try")
    public static <T> T ensure(Step step, Work<T> work) throws SQLException {
        try (step) {
            return work.run();
        }
    }
}
