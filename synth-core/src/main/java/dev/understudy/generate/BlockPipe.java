package dev.understudy.generate;

import dev.understudy.concurrent.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** Computes pieces on several threads and hands them over in order, at most a few ahead, so that memory is bounded. */
final class BlockPipe implements AutoCloseable {
    private final Workers workers;
    private final int ahead;

    BlockPipe(int threads) {
        ahead = threads + 1;
        workers = new Workers(threads, "generate");
    }

    <T> void inOrder(int pieces, IntFunction<T> make, Consumer<T> take) {
        workers.inOrder(pieces, ahead, make, take);
    }

    <T> List<T> all(int pieces, IntFunction<T> make) {
        List<T> results = new ArrayList<>();
        inOrder(pieces, make, results::add);
        return results;
    }

    @Override
    public void close() {
        workers.close();
    }
}
