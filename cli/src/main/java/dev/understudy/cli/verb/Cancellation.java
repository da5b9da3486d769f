package dev.understudy.cli.verb;

import dev.understudy.job.RunPhase;
import dev.understudy.job.RunProgress;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run end in order when the process is told to end, by ctrl-C or by a service manager: the run stops at its next
 * step and puts its target back, and only then the process ends. Nothing is interrupted, because H2 gives up its file when a
 * thread that reads it is.
 *
 * <p>Until a run writes, the process ends at once. The last step at which a run can be stopped is {@link RunProgress#settling};
 * after it the new rows serve, and the run ends as it would have. A target that could not be put back in time is put right by the
 * next run.
 */
public final class Cancellation {
    /** System property of a run that another process began and that is to end, in order, when that one is gone. */
    public static final String SUPERVISED = "understudy.supervised";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch ended = new CountDownLatch(1);
    private PrintWriter err = new PrintWriter(OutputStream.nullOutputStream());
    private int status;
    private boolean asked;
    private boolean writing;
    private boolean settled;

    /** The progress of a run that is to be cancelled with the process. */
    RunProgress watch(RunProgress shown) {
        return new CancellableProgress(shown, this);
    }

    /** Where the user is told what became of the run. */
    synchronized void tellBy(PrintWriter writer) {
        err = writer;
    }

    /** The command has come to its end, whichever. */
    public synchronized void end(int exitStatus) {
        status = exitStatus;
        if (asked && settled && exitStatus == 0) {
            tell("Too late to be cancelled: the new rows had taken their place.");
        }
        ended.countDown();
    }

    /**
     * For the shutdown of the process: waits for a run that writes; at most 20 s, unless its rows are taking their place.
     *
     * @return the exit status of a run that ended meanwhile; empty if there is none, or if the process ends by itself
     */
    public OptionalInt await() {
        if (ended.getCount() == 0 || !ask()) {
            return OptionalInt.empty();
        }
        try {
            while (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                if (!isSettled()) {
                    tell("Cancelled before the target was put back; the next run into it does that.");
                    return OptionalInt.empty();
                }
            }
            return OptionalInt.of(status);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalInt.empty();
        }
    }

    private synchronized boolean isSettled() {
        return settled;
    }

    /** Ends a run that does not write yet. @return true if the run has begun to write */
    private synchronized boolean ask() {
        asked = true;
        if (!writing) {
            tell("Cancelled; nothing was written.");
        }
        return writing;
    }

    /**
     * Shows a step of the run; no step is shown once the process has said that it ends.
     *
     * @throws UnderstudyException {@link Problem#CANCELLED} if the process is to end
     */
    synchronized void step(Runnable shown) {
        if (asked) {
            settled = false;
            throw new UnderstudyException(Problem.CANCELLED, "Cancelled; the target was put back as it was found.");
        }
        shown.run();
    }

    /** As {@link #step}. */
    synchronized void enter(RunPhase phase, Runnable shown) {
        step(shown);
        writing |= phase == RunPhase.PREPARE;
    }

    /** As {@link #step}; whoever asks after it asks too late, unless it comes again. */
    synchronized void settle(Runnable shown) {
        step(shown);
        settled = true;
    }

    private void tell(String message) {
        err.println("understudy: " + message);
        err.flush();
    }
}
