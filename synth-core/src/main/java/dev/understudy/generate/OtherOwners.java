package dev.understudy.generate;

import dev.understudy.random.Draws;

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
    private final Draws draws;

    /** @param allowed false if rows are tied to their owners */
    OtherOwners(GeneratedTable table, boolean allowed) {
        this.table = table;
        this.allowed = allowed;
        this.draws = table.draws().at("other owners");
    }

    /** To be called before keys are looked at. */
    void find(Block block, RowRules rules) {
        if (!allowed || rules == RowRules.NONE || block.owner == null || block.owner.rows() == 0) {
            return;
        }
        boolean moved = false;
        int failures = 0;
        for (int row = 0; row < block.rows(); row++) {
            boolean kept = table.model().keptRows().isKept((int) (block.firstRow() + row));
            if (!kept && failures < FAILURES && !rules.accepts(block, row)) {
                boolean found = move(block, row, rules);
                failures = found ? 0 : failures + 1;
                moved |= found;
            }
        }
        if (moved) {
            block.sortByOwner();
        }
    }

    private boolean move(Block block, int row, RowRules rules) {
        int before = block.ownerRow[row];
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            block.ownerRow[row] = draws.below(block.owner.rows(), block.place(row), attempt);
            if (rules.accepts(block, row)) {
                return true;
            }
        }
        int start = draws.below(block.owner.rows(), block.place(row), ATTEMPTS);
        for (int i = 0; i < block.owner.rows(); i++) {
            block.ownerRow[row] = (start + i) % block.owner.rows();
            if (rules.accepts(block, row)) {
                return true;
            }
        }
        block.ownerRow[row] = before;
        return false;
    }
}
