package dev.understudy.fidelity;

import dev.understudy.compare.ComparedColumn;
import dev.understudy.compare.ComparedTable;
import dev.understudy.compare.Side;
import dev.understudy.random.Draws;
import java.util.HashSet;
import java.util.Set;

/** How many rows of one side stand, value for value, in the other. */
public final class RowCopies {
    private RowCopies() {}

    /** Share of the synthetic rows that equal some real row in every compared column, in [0, 1]. */
    public static double share(ComparedTable table) {
        Set<Long> real = new HashSet<>();
        for (int row = 0; row < table.rows(Side.REAL); row++) {
            real.add(hash(table, Side.REAL, row));
        }
        int copies = 0;
        for (int row = 0; row < table.rows(Side.SYNTHETIC); row++) {
            copies += real.contains(hash(table, Side.SYNTHETIC, row)) ? 1 : 0;
        }
        return (double) copies / Math.max(1, table.rows(Side.SYNTHETIC));
    }

    private static long hash(ComparedTable table, Side side, int row) {
        long hash = 1;
        for (ComparedColumn column : table.columns()) {
            hash = Draws.mix(hash ^ Double.doubleToLongBits(column.values(side)[row]));
        }
        return hash;
    }
}
