package dev.understudy.generate;

import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Blocks of a table that is too large to be kept: made again whenever somebody looks at one, but for the last few. Serves
 * several threads; two of them may make the same block, which then is the same twice.
 */
final class RemadeBlocks extends AbstractList<Block> {
    /** As many as writers and makers can be at work on, and some more. */
    private static final int KEPT = 16;

    private final int count;
    private final IntFunction<Block> make;
    private final Map<Integer, Block> last = new LinkedHashMap<>(2 * KEPT, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Block> eldest) {
            return size() > KEPT;
        }
    };

    /** @param make a pure function */
    RemadeBlocks(int count, IntFunction<Block> make) {
        this.count = count;
        this.make = make;
    }

    @Override
    public Block get(int index) {
        synchronized (last) {
            Block known = last.get(index);
            if (known != null) {
                return known;
            }
        }
        Block made = make.apply(index);
        synchronized (last) {
            last.put(index, made);
        }
        return made;
    }

    @Override
    public int size() {
        return count;
    }
}
