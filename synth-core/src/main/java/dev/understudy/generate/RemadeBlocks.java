package dev.understudy.generate;

import dev.understudy.data.Intake;
import java.util.AbstractList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.IntFunction;

/**
 * Blocks of a table that is too large to be kept: made again whenever somebody looks at one, but for the last ones, which serve
 * a part of the table and the parts of its children that are written beside it. Serves several threads.
 */
final class RemadeBlocks extends AbstractList<Block> {
    /** A part of the table, which a writer may be ahead of the children, and as much again. */
    private static final long KEPT_ROWS = 2 * Intake.PART_ROWS;

    private final int count;
    private final IntFunction<Block> make;
    private final Map<Integer, CompletableFuture<Block>> last = new LinkedHashMap<>(64, 0.75f, true);
    private long rows;

    /** @param make a pure function */
    RemadeBlocks(int count, IntFunction<Block> make) {
        this.count = count;
        this.make = make;
    }

    @Override
    public Block get(int index) {
        CompletableFuture<Block> mine = new CompletableFuture<>();
        CompletableFuture<Block> known;
        synchronized (last) {
            known = last.putIfAbsent(index, mine);
        }
        if (known == null) {
            made(index, mine);
            known = mine;
        }
        try {
            return known.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : e;
        }
    }

    private void made(int index, CompletableFuture<Block> promised) {
        try {
            Block block = make.apply(index);
            promised.complete(block);
            synchronized (last) {
                rows += block.rows();
                forget();
            }
        } catch (RuntimeException | Error e) {
            promised.completeExceptionally(e);
            throw e;
        }
    }

    /** Those that nobody has looked at for longest go first. */
    private void forget() {
        Iterator<CompletableFuture<Block>> oldest = last.values().iterator();
        while (rows > KEPT_ROWS && oldest.hasNext()) {
            CompletableFuture<Block> block = oldest.next();
            if (block.isDone()) {
                rows -= block.join().rows();
                oldest.remove();
            }
        }
    }

    @Override
    public int size() {
        return count;
    }
}
