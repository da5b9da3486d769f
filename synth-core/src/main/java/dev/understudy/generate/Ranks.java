package dev.understudy.generate;

import dev.understudy.encode.NumberCodec;
import dev.understudy.model.Ranking;
import dev.understudy.random.Draws;
import java.util.Arrays;
import java.util.BitSet;

/** Makes the numbers of siblings 1, 2, 3 … in the order of what was drawn for them. */
final class Ranks {
    private static final int TIE_BITS = 12;
    private static final int PLACE_BITS = 20;
    private static final long LARGEST = (1L << Long.SIZE - 1 - TIE_BITS - PLACE_BITS) - 1;

    private Ranks() {}

    /** @return rows that were changed */
    static BitSet give(Block block, Ranking ranking, NumberCodec codec) {
        BitSet changed = new BitSet();
        for (int from = 0, to; from < block.rows() && block.owner != null; from = to) {
            to = Math.min(block.rows(), from + Math.max(1, block.siblings[from]));
            give(block, ranking, codec, from, to, changed);
        }
        return changed;
    }

    private static void give(Block block, Ranking ranking, NumberCodec codec, int from, int to, BitSet changed) {
        int column = ranking.column();
        if (to - from >= 1 << PLACE_BITS) {
            return;
        }
        long[] sorted = new long[to - from];
        int n = 0;
        for (int row = from; row < to; row++) {
            if (!block.isNull(column, row)) {
                long above = Math.max(0, Math.min(LARGEST, block.values[column][row] - ranking.first()));
                // Of two rows with one number, chance decides, and then the place.
                long tie = Draws.mix(block.place(row)) >>> Long.SIZE - TIE_BITS;
                sorted[n++] = (above << TIE_BITS | tie) << PLACE_BITS | row - from;
            }
        }
        Arrays.sort(sorted, 0, n);
        for (int i = 0; i < n; i++) {
            int row = from + (int) (sorted[i] & (1 << PLACE_BITS) - 1);
            long rank = ranking.first() + i;
            if (block.values[column][row] != rank) {
                block.values[column][row] = rank;
                block.codes[column][row] = (short) codec.encode(rank);
                changed.set(row);
            }
        }
    }
}
