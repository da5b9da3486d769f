package dev.understudy.cli.verb;

import dev.understudy.job.RunPhase;
import dev.understudy.job.RunProgress;
import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run end in order when the process is told to end, by ctrl-C or by a service manager: the run stops at its next
 * step and puts its target back, and only then the process ends. Nothing is interrupted, because H2 gives up its file when a
 * thread that reads it is.
 *
 * <p>Until a run writes, the process ends at once. A target that could not be put back in time is put right by the next run.
 */
public final class Cancellation {
    /** System property of a run that another process began and that is to end, in order, when that one is gone. */
    public static final String SUPERVISED = "understudy.supervised";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch ended = new CountDownLatch(1);
    private boolean asked;
    private boolean writing;

    /** The progress of a run that is to be cancelled with the process. */
    RunProgress watch(RunProgress shown) {
        return new CancellableProgress(shown, this);
    }

    /** The command has come to its end, whichever. */
    public void end() {
        ended.countDown();
    }

    /** For the shutdown of the process: waits at most 20 s for a run that writes. Does nothing after {@link #end}. */
    public void await(PrintWriter err) {
        if (ended.getCount() == 0) {
            return;
        }
        if (!ask(err)) {
            return;
        }
        try {
            if (!ended.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                tell(err, "Cancelled before the target was put back; the next run into it does that.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends a run that does not write yet. @return true if the run has begun to write */
    private synchronized boolean ask(PrintWriter err) {
        asked = true;
        if (!writing) {
            tell(err, "Cancelled; nothing was written.");
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
            throw new UnderstudyException(Problem.CANCELLED, "Cancelled; the target was put back as it was found.");
        }
        shown.run();
    }

    /** As {@link #step}. */
    synchronized void enter(RunPhase phase, Runnable shown) {
        step(shown);
        writing |= phase == RunPhase.PREPARE;
    }

    private static void tell(PrintWriter err, String message) {
        err.println("understudy: " + message);
        err.flush();
    }
}
