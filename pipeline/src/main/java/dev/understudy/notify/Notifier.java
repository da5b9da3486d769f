package dev.understudy.notify;

import dev.understudy.job.RunProgress;
import dev.understudy.job.RunResult;
import dev.understudy.notify.WebhookSettings.Event;
import dev.understudy.problem.UnderstudyException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Tells a webhook how the run of one verb begins and ends. Messages go out one after the other beside the run; one that is
 * not taken is told to the user and stops nothing.
 */
public final class Notifier implements AutoCloseable {
    private static final int LONGEST_SECONDS = 60;

    private final Optional<WebhookSettings> settings;
    private final String verb;
    private final Consumer<String> told;
    private final ExecutorService sender = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "webhook");
        thread.setDaemon(true);
        return thread;
    });
    private volatile String runId = "";

    /**
     * @param settings empty if nobody wants to be told
     * @param told     takes one line for each message that was not taken
     */
    public Notifier(Optional<WebhookSettings> settings, String verb, Consumer<String> told) {
        this.settings = settings;
        this.verb = verb;
        this.told = told;
    }

    /** Runs a job and tells how it began and ended. */
    public RunResult run(RunProgress progress, Function<RunProgress, RunResult> job) {
        try {
            RunResult result = job.apply(new AnnouncedProgress(progress, this::begun));
            boolean fine = !result.isViolated() && !result.isStopped();
            Event event = fine ? Event.SUCCEEDED : Event.FAILED;
            send(event, Message.ended(event, verb, result));
            return result;
        } catch (UnderstudyException e) {
            send(Event.FAILED, Message.failed(verb, runId, e.getMessage()));
            throw e;
        } catch (RuntimeException | Error e) {
            // Messages of exceptions that are not ours may quote a row.
            send(
                    Event.FAILED,
                    Message.failed(
                            verb,
                            runId,
                            "An unexpected failure, " + e.getClass().getName()));
            throw e;
        }
    }

    private void begun(String id) {
        runId = id;
        send(Event.STARTED, Message.started(verb, id));
    }

    /** Tells that a source changed. @param tables in which something did */
    public void drifted(List<String> tables) {
        send(Event.DRIFT, Message.drift(verb, tables));
    }

    private void send(Event event, Message message) {
        settings.filter(wanted -> wanted.events().contains(event))
                .ifPresent(wanted -> sender.execute(() -> new Webhook(wanted)
                        .post(message)
                        .ifPresent(reason -> told.accept("The webhook at %s was not told of %s: %s."
                                .formatted(wanted.url().getHost(), message.event(), reason)))));
    }

    /** Waits until all messages are out, at most a minute. */
    @Override
    public void close() {
        sender.shutdown();
        try {
            if (!sender.awaitTermination(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                sender.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
