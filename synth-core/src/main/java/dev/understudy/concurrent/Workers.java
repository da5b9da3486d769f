package dev.understudy.concurrent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
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
        List<T> results = new ArrayList<>();
        inOrder(pieces, Math.max(1, pieces), piece, results::add);
        return results;
    }

    /**
     * Computes pieces 0 to {@code pieces} - 1 and hands each over in its turn, by the thread that calls. The first that fails, in
     * order, ends it with what it threw.
     *
     * @param ahead most pieces that are computed or wait to be handed over, at least 1; bounds memory
     */
    public <T> void inOrder(int pieces, int ahead, IntFunction<T> piece, Consumer<T> take) {
        ArrayDeque<Future<T>> waiting = new ArrayDeque<>();
        int next = 0;
        for (int done = 0; done < pieces; done++) {
            while (next < pieces && waiting.size() < ahead) {
                int number = next++;
                waiting.add(threads.submit(() -> piece.apply(number)));
            }
            take.accept(await(waiting.remove()));
        }
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
