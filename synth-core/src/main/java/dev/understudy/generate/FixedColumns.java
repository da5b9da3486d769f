package dev.understudy.generate;

import dev.understudy.random.Draws;
import java.util.List;

/**
 * The columns of a link that other links, or the owner, have fixed before its target is chosen: what they say in a row, and in a
 * target, as one hash. Immutable.
 */
final class FixedColumns {
    private final List<Pair> pairs;
    private final GeneratedTable target;

    /** A column of the row, and the one of the target that must say the same. */
    record Pair(Cell child, Cell target) {}

    /** @param pairs in the order of the link's columns; none if the target is free */
    FixedColumns(List<Pair> pairs, GeneratedTable target) {
        this.pairs = List.copyOf(pairs);
        this.target = target;
    }

    boolean isEmpty() {
        return pairs.isEmpty();
    }

    /** What a row of the target says. */
    long ofTarget(Block block, int row) {
        long key = TargetBuckets.ALL;
        for (Pair pair : pairs) {
            Cell cell = pair.target;
            key = Draws.mix(key ^ (cell.isNull(block, row) ? 0 : cell.hash(block, row)));
        }
        return key;
    }

    /** What a row says; 0 where a value is missing. */
    long ofChild(Block block, int row) {
        long key = TargetBuckets.ALL;
        for (Pair pair : pairs) {
            Cell cell = pair.child;
            if (cell.isNull(block, row)) {
                return 0;
            }
            key = Draws.mix(key ^ cell.hash(block, row));
        }
        return key;
    }

    /** True if a row and a target say the same. @param at number of the target in its table */
    boolean agree(Block block, int row, long at) {
        Block of = target.blockOf(at);
        return ofTarget(of, (int) (at - of.firstRow())) == ofChild(block, row);
    }
}
