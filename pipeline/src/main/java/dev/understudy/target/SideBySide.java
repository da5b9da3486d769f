package dev.understudy.target;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Asks a server for the same of many tables, of two at a time, each over a connection of its own. */
final class SideBySide {
    private static final int AT_A_TIME = 2;

    private SideBySide() {}

    /** @return the answers, in order */
    static <T, R> List<R> of(List<T> all, Function<T, R> ask) {
        ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
        try {
            List<CompletableFuture<R>> asked = all.stream()
                    .map(one -> CompletableFuture.supplyAsync(() -> ask.apply(one), threads))
                    .toList();
            return asked.stream().map(CompletableFuture::join).toList();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            threads.shutdownNow();
        }
    }
}
