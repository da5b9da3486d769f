package dev.understudy.serve.run;

import dev.understudy.problem.Problem;
import dev.understudy.problem.UnderstudyException;
import dev.understudy.serve.state.History;
import dev.understudy.serve.state.Job;
import dev.understudy.serve.state.Jobs;
import dev.understudy.serve.state.RunEntry;
import dev.understudy.serve.state.RunEntry.State;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Begins jobs when their time comes, or when somebody asks, one after the other. A job that waits or runs is not begun a second
 * time. Times that passed while the server was down are not made up for.
 */
public final class Runner {
    private static final long TICK_MILLIS = 500;
    private static final int CANCELLED_STATUS = 130;
    private static final int TERMINATED_STATUS = 143;
    private static final int KILLED_STATUS = 137;

    private final Jobs jobs;
    private final History history;
    private final List<String> command;
    private final Path folder;
    private final Queue<Long> queue = new ArrayDeque<>();
    private final Map<Long, LiveProgress> live = new ConcurrentHashMap<>();
    private final Thread worker = new Thread(this::work, "runs");
    private final Thread clock = new Thread(this::tick, "clock");
    private volatile boolean ended;
    private volatile Instant ticked = Instant.now();
    private ChildRun child;
    private long childId = -1;
    private boolean cancelled;

    /**
     * @param command words that start Understudy without a verb
     * @param folder  for what runs leave, one folder each
     */
    public Runner(Jobs jobs, History history, List<String> command, Path folder) {
        this.jobs = jobs;
        this.history = history;
        this.command = List.copyOf(command);
        this.folder = folder;
    }

    public void start() {
        worker.start();
        clock.start();
    }

    /** Where a run leaves its report. */
    public Path folder(long id) {
        return folder.resolve(Long.toString(id));
    }

    /** True if the clock goes. */
    public boolean isAlive() {
        return clock.isAlive()
                && worker.isAlive()
                && ticked.isAfter(Instant.now().minusSeconds(30));
    }

    /**
     * Queues a run of a job.
     *
     * @param cause {@code schedule} or {@code hand}
     * @return the run
     * @throws UnderstudyException {@link Problem#USAGE} if it waits or runs already
     */
    public synchronized long ask(String job, String cause) {
        jobs.job(job);
        boolean busy = Optional.ofNullable(history.latest(Optional.empty()).get(job))
                .filter(run -> !run.state().isOver())
                .isPresent();
        if (busy) {
            throw new UnderstudyException(Problem.USAGE, "A run of this job waits or runs already.");
        }
        long id = history.add(job, cause);
        queue.add(id);
        notifyAll();
        return id;
    }

    /** Takes a run out of the queue, or asks it to end. @throws UnderstudyException if it is over */
    public synchronized void cancel(long id) {
        if (queue.remove(id)) {
            history.end(id, State.CANCELLED, null, "Cancelled before it began.", "");
        } else if (childId == id) {
            cancelled = true;
            if (child != null) {
                child.cancel();
            }
        } else {
            throw new UnderstudyException(Problem.USAGE, "That run is over.");
        }
    }

    /** How far a run is or was; empty if it ran under another server. */
    public Optional<LiveProgress.View> progress(long id) {
        return Optional.ofNullable(live.get(id)).map(LiveProgress::view);
    }

    private void tick() {
        Instant since = Instant.now();
        while (!ended) {
            Instant now = Instant.now();
            for (Job job : jobs.all()) {
                Instant from = since;
                boolean due = job.schedule()
                        .flatMap(schedule -> schedule.next(from))
                        .filter(moment -> !moment.isAfter(now))
                        .isPresent();
                if (due) {
                    askQuietly(job);
                }
            }
            since = now;
            ticked = now;
            try {
                Thread.sleep(TICK_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void askQuietly(Job job) {
        try {
            ask(job.name(), "schedule");
        } catch (UnderstudyException e) {
            // The one before takes longer than the time between two: it goes on, this one is left out.
        }
    }

    private void work() {
        while (!ended) {
            try {
                Optional<Long> id = next();
                if (id.isPresent()) {
                    run(id.get());
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** A run is either in the queue or at work, never in between, so that it can be cancelled at every moment. */
    private synchronized Optional<Long> next() throws InterruptedException {
        Long id = queue.poll();
        if (id == null) {
            wait(TICK_MILLIS);
            return Optional.empty();
        }
        childId = id;
        cancelled = false;
        return Optional.of(id);
    }

    private void run(long id) throws InterruptedException {
        RunEntry entry = history.run(id).orElseThrow();
        LiveProgress progress = new LiveProgress();
        live.put(id, progress);
        live.keySet().removeIf(old -> old < id - 50);
        history.start(id);
        try {
            ChildRun started;
            synchronized (this) {
                child = ChildRun.start(command, jobs.job(entry.job()), folder(id), progress);
                started = child;
                if (cancelled) {
                    child.cancel();
                }
            }
            int status = started.await();
            State state = state(status);
            history.end(id, state, status, message(state, status, progress), started.result());
        } catch (IOException | UnderstudyException e) {
            history.end(id, State.FAILED, null, "The run could not be started.", "");
        } finally {
            synchronized (this) {
                child = null;
                childId = -1;
            }
        }
    }

    /** What the run says of itself: one that was asked to end may have come to its end before. */
    private State state(int status) {
        boolean stopped = status == CANCELLED_STATUS || status == TERMINATED_STATUS;
        if (stopped || ended && status == KILLED_STATUS) {
            return ended ? State.INTERRUPTED : State.CANCELLED;
        }
        if (status == 0) {
            return State.DONE;
        }
        boolean found = status == Problem.DRIFT.exitStatus()
                || status == Problem.VIOLATION.exitStatus()
                || status == Problem.GATE.exitStatus();
        return found ? State.WARNED : State.FAILED;
    }

    private static String message(State state, int status, LiveProgress progress) {
        if (!progress.error().isEmpty()) {
            return progress.error();
        }
        if (state == State.WARNED) {
            return status == Problem.DRIFT.exitStatus()
                    ? "The source is not what it was."
                    : status == Problem.GATE.exitStatus() ? "A gate failed." : "A constraint is violated.";
        }
        return state == State.CANCELLED ? "Cancelled." : "";
    }

    /** Ends a run that is at work in order, and waits for it. */
    public void stop() throws InterruptedException {
        ended = true;
        clock.interrupt();
        ChildRun running;
        synchronized (this) {
            running = child;
        }
        if (running != null) {
            running.cancel();
            running.awaitCancelled();
        }
        worker.join(5_000);
    }
}
