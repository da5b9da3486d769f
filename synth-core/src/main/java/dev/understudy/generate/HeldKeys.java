package dev.understudy.generate;

import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Which values of a table's keys are taken, and by which rows of one block. A row that is changed for the sake of one key
 * must find its values of the keys that were looked at before free, too, and gives back those that it had. For one thread.
 */
final class HeldKeys {
    private final List<UniqueGuard> guards;
    private final List<Set<Long>> taken;
    private final Block block;
    private final RowRules rules;
    private final boolean whole;
    private final long[][] held;
    private final BitSet[] holds;
    private final long[] hashes;
    private final BitSet exempt = new BitSet();

    /**
     * @param taken hashes by key; those of other blocks too, where a key goes across blocks
     * @param rules what a changed row must meet beside its keys
     * @param whole true once links that are chosen last have their targets
     */
    HeldKeys(List<UniqueGuard> guards, List<Set<Long>> taken, Block block, RowRules rules, boolean whole) {
        this.guards = guards;
        this.taken = taken;
        this.block = block;
        this.rules = rules;
        this.whole = whole;
        this.held = new long[guards.size()][block.rows()];
        this.holds = new BitSet[guards.size()];
        for (int g = 0; g < holds.length; g++) {
            holds[g] = new BitSet(block.rows());
        }
        this.hashes = new long[guards.size()];
    }

    /** Takes the value that a row has in one key. @return false if another row has it; true if the key is not about the row */
    boolean take(int guard, int row) {
        GuardedKey key = guards.get(guard).key();
        if (key.isExempt(block, row, whole)) {
            return true;
        }
        long hash = key.hash(block, row, whole);
        return holds[guard].get(row) && held[guard][row] == hash || hold(guard, row, hash);
    }

    private boolean hold(int guard, int row, long hash) {
        boolean free = taken.get(guard).add(hash);
        if (free) {
            held[guard][row] = hash;
            holds[guard].set(row);
        }
        return free;
    }

    /** Takes the values that a row has now, if the row may stand as it is. @param last the last of the keys that count */
    boolean takeAll(int row, int last) {
        // The key that is being mended says no most often.
        for (int g = last; g >= 0; g--) {
            if (!isFree(g, row)) {
                return false;
            }
        }
        if (!rules.accepts(block, row)) {
            return false;
        }
        for (int g = 0; g <= last; g++) {
            boolean same = holds[g].get(row) && !exempt.get(g) && held[g][row] == hashes[g];
            if (!same) {
                release(g, row);
            }
            if (!same && !exempt.get(g) && !hold(g, row, hashes[g])) {
                throw new IllegalStateException("A key that was free is taken.");
            }
        }
        return true;
    }

    private boolean isFree(int guard, int row) {
        GuardedKey key = guards.get(guard).key();
        exempt.set(guard, key.isExempt(block, row, whole));
        if (exempt.get(guard)) {
            return true;
        }
        hashes[guard] = key.hash(block, row, whole);
        boolean own = holds[guard].get(row) && held[guard][row] == hashes[guard];
        return own || !taken.get(guard).contains(hashes[guard]);
    }

    /** Gives back what a row has taken. */
    void release(int row) {
        for (int g = 0; g < holds.length; g++) {
            release(g, row);
        }
    }

    private void release(int guard, int row) {
        if (holds[guard].get(row)) {
            taken.get(guard).remove(held[guard][row]);
            holds[guard].clear(row);
        }
    }
}
