package dev.understudy.generate;

import dev.understudy.random.Draws;
import java.util.BitSet;

/**
 * Gives rows that no change of theirs helps another owner of the same block: where {@code a < b} compares two links, a row
 * that hangs on the last parent has no other one to point at, and where another link must agree with the owner, no row
 * that it can point at need agree with this one. Immutable; serves several threads.
 */
final class OtherOwners {
    private static final int ATTEMPTS = 32;
    /** Rows in a row that no owner would take, after which no more are tried. */
    private static final int FAILURES = 50;
    /** Owners with whom a row may change its own values, too, so that its keys are free. */
    private static final int SETTLED = 4;

    private final GeneratedTable table;
    private final Alignment links;
    private final RowRules rules;
    private final TableKeys keys;
    private final boolean owned;
    private final boolean single;
    private final Draws draws;

    /**
     * @param owned  false if rows have no owners
     * @param single true if no owner may have two of them
     */
    OtherOwners(GeneratedTable table, Alignment links, RowRules rules, TableKeys keys, boolean owned, boolean single) {
        this.table = table;
        this.links = links;
        this.rules = rules;
        this.keys = keys;
        this.owned = owned;
        this.single = single;
        this.draws = table.draws().at("other owners");
    }

    /**
     * @param held   what the keys of the rows hold
     * @param failed rows that have no target, no free key, or break a rule; those that are helped are taken from it
     * @return whether rows have changed owners, so that siblings do not stand together any more
     */
    boolean find(Block block, HeldKeys held, boolean[] failed) {
        if (!owned || block.owner == null || block.owner.rows() == 0) {
            return false;
        }
        BitSet taken = new BitSet();
        for (int row = 0; row < block.rows(); row++) {
            taken.set(block.ownerRow[row], taken.get(block.ownerRow[row]) || !failed[row]);
        }
        boolean moved = false;
        int failures = 0;
        for (int row = 0; row < block.rows() && failures < FAILURES; row++) {
            boolean kept = table.model().keptRows().isKept((int) (block.firstRow() + row));
            if (failed[row] && !kept) {
                held.release(row);
                failed[row] = !move(block, row, held, taken);
                failures = failed[row] ? failures + 1 : 0;
                moved |= !failed[row];
            }
        }
        return moved;
    }

    private boolean move(Block block, int row, HeldKeys held, BitSet taken) {
        int before = block.ownerRow[row];
        int owners = block.owner.rows();
        int settled = 0;
        int start = draws.below(owners, block.place(row), ATTEMPTS);
        for (int i = 0; i < ATTEMPTS + owners; i++) {
            int owner = i < ATTEMPTS ? draws.below(owners, block.place(row), i) : (start + i - ATTEMPTS) % owners;
            if (single && taken.get(owner)) {
                continue;
            }
            long[] targets = links.save(block, row);
            block.ownerRow[row] = owner;
            boolean stands = links.agree(block, row) && rules.accepts(block, row);
            if (stands && (keys.takes(held, row) || keys.settle(held, block, row, settled++ >= SETTLED))) {
                taken.set(owner);
                return true;
            }
            links.restore(block, row, targets);
        }
        block.ownerRow[row] = before;
        return false;
    }
}
