package dev.understudy.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** A few threads that compute independent pieces; results come back in order, so threads do not show in them. */
public final class Workers implements AutoCloseable {
    private final ExecutorService threads;

    /** @param name of the threads, for those who look at them */
    public Workers(int count, String name) {
        threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Computes pieces 0 to {@code pieces} - 1. The first that fails, in order, ends it with what it threw. */
    public <T> List<T> map(int pieces, IntFunction<T> piece) {
        List<Future<T>> futures = new ArrayList<>();
        for (int i = 0; i < pieces; i++) {
            int number = i;
            futures.add(threads.submit(() -> piece.apply(number)));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> future : futures) {
            results.add(await(future));
        }
        return results;
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while pieces were computed.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
