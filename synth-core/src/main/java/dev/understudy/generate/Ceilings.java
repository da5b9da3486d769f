package dev.understudy.generate;

import dev.understudy.encode.NumberCodec;
import dev.understudy.model.Bound;
import dev.understudy.model.CascadeColumn;
import java.util.Arrays;

/**
 * The highest number that leaves room for the siblings that are yet to come: a manager of eight seasons does not begin in the
 * year before the last. What bounds the number bounds that of his last season, and the seasons before lie below it, one by one.
 */
final class Ceilings {
    private Ceilings() {}

    /** By place in {@code rows}; null for a column whose siblings lie anywhere. */
    static long[] of(CascadeColumn column, int index, Block block, FeatureView view, int[] rows, int n) {
        if (column.spacing() == 0 || !block.hasSiblings()) {
            return null;
        }
        NumberCodec numbers = (NumberCodec) column.codec();
        long[] ceilings = new long[n];
        Arrays.fill(ceilings, numbers.codes() > 1 ? numbers.highest() : numbers.limitHigh());
        for (Bound bound : column.bounds()) {
            if (!bound.atLeast()) {
                BaseNumbers limits = BaseNumbers.of(bound.base(), bound.conversion(), view, rows, n);
                for (int i = 0; i < n; i++) {
                    ceilings[i] = limits.isThere(i) ? Math.min(ceilings[i], limits.number(i)) : ceilings[i];
                }
            }
        }
        for (int i = 0; i < n; i++) {
            int left = block.siblings[rows[i]] - 1 - block.position[rows[i]];
            ceilings[i] -= column.spacing() * Math.max(0, left);
        }
        return ceilings;
    }
}
