package dev.understudy.generate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Computes pieces on several threads and hands them over in order, at most a few ahead, so that memory is bounded. */
final class BlockPipe implements AutoCloseable {
    private final ExecutorService threads;
    private final int ahead;

    BlockPipe(int count) {
        ahead = count + 1;
        threads = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "generate");
            thread.setDaemon(true);
            return thread;
        });
    }

    <T> void inOrder(int pieces, IntFunction<T> make, Consumer<T> take) {
        ArrayDeque<Future<T>> waiting = new ArrayDeque<>();
        int next = 0;
        for (int done = 0; done < pieces; done++) {
            while (next < pieces && waiting.size() < ahead) {
                int number = next++;
                waiting.add(threads.submit(() -> make.apply(number)));
            }
            take.accept(await(waiting.remove()));
        }
    }

    <T> List<T> all(int pieces, IntFunction<T> make) {
        List<T> results = new ArrayList<>();
        inOrder(pieces, make, results::add);
        return results;
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while generating.", e);
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
