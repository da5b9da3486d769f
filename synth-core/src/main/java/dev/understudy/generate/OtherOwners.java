package dev.understudy.generate;

import dev.understudy.random.Draws;
import java.util.BitSet;

/**
 * Gives rows that no change of theirs brings under a rule another owner of the same block: where {@code a < b} compares two
 * links, a row that hangs on the last parent has no other one to point at. Immutable; serves several threads.
 */
final class OtherOwners {
    private static final int ATTEMPTS = 32;
    /** Rows in a row that no owner would take, after which no more are tried. */
    private static final int FAILURES = 50;

    private final GeneratedTable table;
    private final boolean allowed;
    private final boolean single;
    private final Draws draws;

    /**
     * @param allowed false if rows are tied to their owners
     * @param single  true if no owner may have two of them
     */
    OtherOwners(GeneratedTable table, boolean allowed, boolean single) {
        this.table = table;
        this.allowed = allowed;
        this.single = single;
        this.draws = table.draws().at("other owners");
    }

    /** To be called before keys are looked at. */
    void find(Block block, RowRules rules) {
        if (!allowed || rules == RowRules.NONE || block.owner == null || block.owner.rows() == 0) {
            return;
        }
        BitSet taken = new BitSet();
        for (int owner : block.ownerRow) {
            if (owner >= 0) {
                taken.set(owner);
            }
        }
        boolean moved = false;
        int failures = 0;
        for (int row = 0; row < block.rows(); row++) {
            boolean kept = table.model().keptRows().isKept((int) (block.firstRow() + row));
            if (!kept && failures < FAILURES && !rules.accepts(block, row)) {
                boolean found = move(block, row, rules, taken);
                failures = found ? 0 : failures + 1;
                moved |= found;
            }
        }
        if (moved) {
            block.sortByOwner();
        }
    }

    private boolean move(Block block, int row, RowRules rules, BitSet taken) {
        int before = block.ownerRow[row];
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (goesTo(draws.below(block.owner.rows(), block.place(row), attempt), block, row, rules, taken)) {
                return true;
            }
        }
        int start = draws.below(block.owner.rows(), block.place(row), ATTEMPTS);
        for (int i = 0; i < block.owner.rows(); i++) {
            if (goesTo((start + i) % block.owner.rows(), block, row, rules, taken)) {
                return true;
            }
        }
        block.ownerRow[row] = before;
        return false;
    }

    private boolean goesTo(int owner, Block block, int row, RowRules rules, BitSet taken) {
        int before = block.ownerRow[row];
        if (single && taken.get(owner)) {
            return false;
        }
        block.ownerRow[row] = owner;
        boolean accepted = rules.accepts(block, row);
        if (accepted) {
            taken.clear(before);
            taken.set(owner);
        } else {
            block.ownerRow[row] = before;
        }
        return accepted;
    }
}
