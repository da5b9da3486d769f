package dev.understudy.generate;

import dev.understudy.random.Draws;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * Which values of a table's keys are taken, and by which rows of one block. A row that is changed for the sake of one key
 * must find its values of the keys that were looked at before free, too, and gives back those that it had. For one thread.
 */
final class HeldKeys {
    private final List<UniqueGuard> guards;
    private final List<Taken> taken;
    private final Block block;
    private final RowRules rules;
    private final boolean whole;
    private final long[][] held;
    /** By key and row, where spans begin and end; null for keys without one. */
    private final long[][][] heldEnds;

    private final BitSet[] holds;
    private final long[] hashes;
    private final long[][] ends;
    private final BitSet exempt = new BitSet();

    /**
     * @param taken by key; by rows of other blocks too, where a key goes across blocks
     * @param rules what a changed row must meet beside its keys
     * @param whole true once links that are chosen last have their targets
     */
    HeldKeys(List<UniqueGuard> guards, List<Taken> taken, Block block, RowRules rules, boolean whole) {
        this.guards = guards;
        this.taken = taken;
        this.block = block;
        this.rules = rules;
        this.whole = whole;
        this.held = new long[guards.size()][block.rows()];
        this.holds = new BitSet[guards.size()];
        this.heldEnds = new long[guards.size()][][];
        for (int g = 0; g < holds.length; g++) {
            holds[g] = new BitSet(block.rows());
            if (guards.get(g).key().spans() > 0) {
                heldEnds[g] = new long[block.rows()][];
            }
        }
        this.hashes = new long[guards.size()];
        this.ends = new long[guards.size()][];
    }

    /** Takes the value that a row has in one key. @return false if another row has it; true if the key is not about the row */
    boolean take(int guard, int row) {
        GuardedKey key = guards.get(guard).key();
        if (key.isExempt(block, row, whole)) {
            return true;
        }
        look(guard, row);
        return isHeld(guard, row) || hold(guard, row);
    }

    /** Sees what a row has in a key that is about it. */
    private void look(int guard, int row) {
        GuardedKey key = guards.get(guard).key();
        hashes[guard] = key.hash(block, row, whole);
        ends[guard] = key.ends(block, row, whole);
    }

    /** True if the row holds what was seen last. */
    private boolean isHeld(int guard, int row) {
        return holds[guard].get(row)
                && held[guard][row] == hashes[guard]
                && (heldEnds[guard] == null || Arrays.equals(heldEnds[guard][row], ends[guard]));
    }

    private boolean hold(int guard, int row) {
        boolean free = taken.get(guard).add(hashes[guard], ends[guard]);
        if (free) {
            held[guard][row] = hashes[guard];
            holds[guard].set(row);
            if (heldEnds[guard] != null) {
                heldEnds[guard][row] = ends[guard];
            }
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
            boolean same = !exempt.get(g) && isHeld(g, row);
            if (!same) {
                release(g, row);
            }
            if (!same && !exempt.get(g) && !hold(g, row)) {
                throw new IllegalStateException("A key that was free is taken.");
            }
        }
        return true;
    }

    /**
     * A row that is being changed for the sake of a key.
     *
     * @param guard of that key
     * @param last  of the keys whose values count
     */
    KeyRepair.KeyState state(int row, int guard, int last) {
        return new KeyRepair.KeyState() {
            @Override
            public boolean takeFree() {
                return takeAll(row, last);
            }

            @Override
            public List<Taken.Gap> gaps(int span, int most) {
                return HeldKeys.this.gaps(guard, row, span, most);
            }

            @Override
            public OptionalLong standing() {
                return OptionalLong.of(HeldKeys.this.standing(guard, row));
            }
        };
    }

    /** Equal for whatever a row could be, as long as it has the same in a key. */
    private long standing(int guard, int row) {
        if (guards.get(guard).key().isExempt(block, row, whole)) {
            return 0;
        }
        look(guard, row);
        return Draws.mix(hashes[guard] ^ Arrays.hashCode(ends[guard]));
    }

    private boolean isFree(int guard, int row) {
        GuardedKey key = guards.get(guard).key();
        exempt.set(guard, key.isExempt(block, row, whole));
        if (exempt.get(guard)) {
            return true;
        }
        look(guard, row);
        return isHeld(guard, row) || without(guard, row, () -> taken.get(guard).isFree(hashes[guard], ends[guard]));
    }

    /** An answer as if the row held nothing of a key: what it has may overlap what it is to get. */
    private <T> T without(int guard, int row, Supplier<T> answer) {
        boolean own = heldEnds[guard] != null && holds[guard].get(row);
        if (!own) {
            return answer.get();
        }
        taken.get(guard).remove(held[guard][row], heldEnds[guard][row]);
        T given = answer.get();
        taken.get(guard).add(held[guard][row], heldEnds[guard][row]);
        return given;
    }

    /** Where a row's span could be among those that share its key's values, nearest first; none for a key without a span. */
    private List<Taken.Gap> gaps(int guard, int row, int span, int most) {
        GuardedKey key = guards.get(guard).key();
        if (heldEnds[guard] == null || key.isExempt(block, row, whole)) {
            return List.of();
        }
        look(guard, row);
        return without(guard, row, () -> taken.get(guard).gaps(hashes[guard], ends[guard], span, most));
    }

    /** Gives back what a row has taken. */
    void release(int row) {
        for (int g = 0; g < holds.length; g++) {
            release(g, row);
        }
    }

    private void release(int guard, int row) {
        if (holds[guard].get(row)) {
            taken.get(guard)
                    .remove(held[guard][row], heldEnds[guard] == null ? GuardedKey.NO_SPANS : heldEnds[guard][row]);
            holds[guard].clear(row);
        }
    }
}
