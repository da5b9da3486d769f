package dev.understudy.generate;

import dev.understudy.encode.NumberCodec;
import dev.understudy.model.Bound;
import dev.understudy.model.CascadeColumn;

/** Keeps orders between numbers that no row of the source breaks. */
final class Bounds {
    private Bounds() {}

    /**
     * Moves numbers that break an order to the bound, or next to it.
     *
     * @param index place of the column in the cascade
     * @param rows  rows to look at; the first n are used
     */
    static void keep(CascadeColumn column, int index, Block block, FeatureView view, int[] rows, int n) {
        for (Bound bound : column.bounds()) {
            NumberCodec numbers = (NumberCodec) column.codec();
            BaseNumbers limits = BaseNumbers.of(bound.base(), bound.conversion(), index, view, rows, n);
            for (int i = 0; i < n; i++) {
                int row = rows[i];
                if (block.isNull(index, row) || !limits.isThere(i)) {
                    continue;
                }
                long limit = limits.number(i);
                long value = block.values[index][row];
                if (bound.isBroken(value, limit)) {
                    long step = bound.strict() ? numbers.lattice() : 0;
                    long kept = bound.atLeast() ? limit + step : limit - step;
                    block.values[index][row] = kept;
                    block.codes[index][row] = (short) numbers.encode(kept);
                }
            }
        }
    }
}
