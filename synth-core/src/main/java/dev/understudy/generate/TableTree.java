package dev.understudy.generate;

import dev.understudy.encode.NumberCodec;

/**
 * The tree that a link from a table into itself makes. Immutable.
 *
 * @param reference number of the link among the references of the table
 * @param levels    column of the cascade that tells how far below its root a row stands
 */
record TableTree(GeneratedTable table, int reference, int levels) {
    /** Levels at which a search for a root gives up. */
    private static final int DEEPEST = 1_000;

    /** Level of a row; 0 for a root. */
    long level(Block block, int row) {
        boolean known =
                table.model().cascade().get(levels).codec() instanceof NumberCodec && !block.isNull(levels, row);
        return known ? block.values[levels][row] : 0;
    }

    /** True if a row is another one, or above it. Both are numbers in the table. */
    boolean isAbove(long row, long other) {
        long at = other;
        for (int steps = 0; at >= 0 && steps < DEEPEST; steps++) {
            if (at == row) {
                return true;
            }
            Block block = table.blockOf(at);
            long up = block.targets[reference][(int) (at - block.firstRow())];
            at = up == at ? -1 : up;
        }
        return at >= 0;
    }
}
