package dev.understudy.generate;

import dev.understudy.model.DatabaseModel;
import dev.understudy.model.Forest;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * How often each code was drawn from each forest of which it is known what the draws are to amount to. Rows that are drawn
 * anew do not count. Serves several threads.
 */
public final class DrawCounts {
    static final DrawCounts NONE = new DrawCounts();

    private final Map<Forest, long[]> counts = new IdentityHashMap<>();

    private DrawCounts() {}

    /** Nothing was drawn yet. */
    public DrawCounts(DatabaseModel model) {
        model.forests()
                .filter(forest -> forest.marginal().isKnown())
                .forEach(forest -> counts.put(forest, new long[forest.marginal().shares().length]));
    }

    /** From now on draws from one forest count as those of another, which it stands for. */
    void countAs(Forest standIn, Forest forest) {
        if (counts.containsKey(forest)) {
            counts.put(standIn, counts.get(forest));
        }
    }

    void add(Forest forest, int[] codes) {
        long[] of = counts.get(forest);
        if (of != null) {
            synchronized (of) {
                for (int code : codes) {
                    of[code]++;
                }
            }
        }
    }

    /** By code, for a forest of the model; empty if it does not count. */
    public long[] of(Forest forest) {
        return counts.getOrDefault(forest, new long[0]);
    }
}
