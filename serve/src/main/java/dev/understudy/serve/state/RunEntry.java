package dev.understudy.serve.state;

import java.time.Instant;
import java.util.Optional;

/**
 * One run of a job.
 *
 * @param id      its place among all runs of this server
 * @param cause   {@code schedule}, or {@code hand}
 * @param exit    status of the process; empty until it ended
 * @param message what a failure said; one line without values
 * @param result  what the run printed as JSON; empty if nothing
 */
public record RunEntry(
        long id,
        String job,
        State state,
        String cause,
        Instant asked,
        Optional<Instant> started,
        Optional<Instant> ended,
        Optional<Integer> exit,
        String message,
        String result) {

    /** How far a run is. */
    public enum State {
        WAITING,
        RUNNING,
        DONE,
        /** Done, and what it found needs somebody: drift, a violated constraint, a failed gate. */
        WARNED,
        FAILED,
        CANCELLED,
        /** The server ended before the run did. */
        INTERRUPTED;

        /** True if nothing will change any more. */
        public boolean isOver() {
            return this != WAITING && this != RUNNING;
        }
    }
}
