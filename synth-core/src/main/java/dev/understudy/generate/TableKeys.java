package dev.understudy.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Keeps the unique keys of a table that are not unique by construction, one after the other: a row whose key is taken gets
 * the nearest free value in one of the key's columns, or another target; a row that cannot be helped is dropped. What is
 * changed for one key leaves those before it whole.
 */
final class TableKeys {
    private static final int NEAR = 48;

    private final GeneratedTable table;
    private final List<UniqueGuard> guards;
    private final List<Reference> references;
    private final RowRules rules;
    private final List<Taken> taken = new ArrayList<>();
    private final List<Taken> takenLate = new ArrayList<>();

    /** @param rules what changed rows must meet, too */
    TableKeys(GeneratedTable table, List<UniqueGuard> guards, List<Reference> references, RowRules rules) {
        this.table = table;
        this.guards = guards;
        this.references = references;
        this.rules = rules;
        guards.forEach(guard -> {
            taken.add(Taken.of(guard.key()));
            takenLate.add(Taken.of(guard.key()));
        });
    }

    List<UniqueGuard> guards() {
        return guards;
    }

    /** True if there is nothing to keep. */
    boolean isEmpty() {
        return guards.isEmpty();
    }

    /** True if blocks must be made in order. */
    boolean isAcrossBlocks() {
        return guards.stream().anyMatch(UniqueGuard::isAcrossBlocks);
    }

    /** True if a key rests on a link that is chosen last. */
    boolean isLate() {
        return guards.stream().anyMatch(UniqueGuard::isLate);
    }

    /** @param failed rows that are going to be dropped; more may be marked @return what the rows hold now */
    HeldKeys mend(Block block, boolean[] failed) {
        HeldKeys held = held(block, taken, false);
        for (int g = 0; g < guards.size(); g++) {
            mend(held, g, block, failed);
        }
        return held;
    }

    private HeldKeys held(Block block, List<Taken> across, boolean whole) {
        List<Taken> sets = new ArrayList<>();
        for (int g = 0; g < guards.size(); g++) {
            UniqueGuard guard = guards.get(g);
            sets.add(guard.isAcrossBlocks() ? across.get(g) : Taken.of(guard.key()));
        }
        return new HeldKeys(guards, sets, block, rules, whole);
    }

    private void mend(HeldKeys held, int guard, Block block, boolean[] failed) {
        KeyRepair repair = guards.get(guard).repair();
        // Where rows have their places, none goes, so that one without a key of its own stands in the way of others.
        boolean all = table.model().mode().keepsRows();
        // Rows that stay come first: the others can give way.
        for (int row = 0; row < block.rows(); row++) {
            boolean kept = isKept(block, row);
            boolean taken = (kept || failed[row] && all) && !held.take(guard, row);
            if (taken && kept && !failed[row]) {
                repair.relink(block, row, held.state(row, guard, guard));
            }
        }
        // Rows that borrow a key come last: it may be the only one that another row can have.
        for (boolean borrowed : guards.get(guard).mayBorrow() ? new boolean[] {false, true} : new boolean[] {false}) {
            for (int row = 0; row < block.rows(); row++) {
                if (failed[row]
                        || isKept(block, row)
                        || guards.get(guard).borrows(block, row) != borrowed
                        || held.take(guard, row)) {
                    continue;
                }
                if (!repair.repair(block, row, held.state(row, guard, guard))) {
                    failed[row] = true;
                    if (!all) {
                        held.release(row);
                    }
                }
            }
        }
    }

    /**
     * Gives a row values that are free in all keys, changing it where that is needed.
     *
     * @param linksOnly true if nothing but the targets of links may change
     * @return false if it has none
     */
    boolean settle(HeldKeys held, Block block, int row, boolean linksOnly) {
        for (int g = 0; g < guards.size(); g++) {
            KeyRepair.KeyState state = held.state(row, g, g);
            KeyRepair repair = guards.get(g).repair();
            boolean settled = state.takeFree()
                    || (linksOnly ? repair.relink(block, row, state) : repair.repair(block, row, state));
            if (!settled) {
                held.release(row);
                return false;
            }
        }
        return true;
    }

    /** True if a row may stand as it is; its values are then taken. */
    boolean takes(HeldKeys held, int row) {
        return held.takeAll(row, guards.size() - 1);
    }

    /**
     * The same once the links that come last are chosen. Rows cannot be dropped any more: others look at them.
     *
     * @param others other targets of each link, by its number
     */
    void mendLate(Block block, Map<Integer, LateAssigner.Another> others) {
        HeldKeys held = held(block, takenLate, true);
        List<Integer> order = new ArrayList<>();
        for (boolean late : new boolean[] {false, true}) {
            for (int g = 0; g < guards.size(); g++) {
                if (guards.get(g).isLate() == late) {
                    order.add(g);
                }
            }
        }
        for (int g : order) {
            for (int row = 0; row < block.rows(); row++) {
                KeyRepair.KeyState state = held.state(row, g, guards.size() - 1);
                boolean free = held.take(g, row)
                        || isKept(block, row)
                        || !guards.get(g).isLate();
                if (!free
                        && !isLinkedElsewhere(guards.get(g), block, row, state, others)
                        && !guards.get(g).repair().repair(block, row, state)) {
                    unlinkLate(guards.get(g), block, row, state, others);
                }
            }
        }
    }

    private boolean isLinkedElsewhere(
            UniqueGuard guard,
            Block block,
            int row,
            KeyRepair.KeyState state,
            Map<Integer, LateAssigner.Another> others) {
        for (Map.Entry<Integer, LateAssigner.Another> link : others.entrySet()) {
            long before = block.targets[link.getKey()][row];
            for (int attempt = 1; attempt <= NEAR && before >= 0 && guard.follows(link.getKey()); attempt++) {
                long other = link.getValue().target(block, row, attempt);
                if (other >= 0) {
                    block.targets[link.getKey()][row] = other;
                    if (state.takeFree()) {
                        return true;
                    }
                }
            }
            block.targets[link.getKey()][row] = before;
        }
        return false;
    }

    private void unlinkLate(
            UniqueGuard guard,
            Block block,
            int row,
            KeyRepair.KeyState state,
            Map<Integer, LateAssigner.Another> others) {
        for (int r : others.keySet()) {
            long before = block.targets[r][row];
            if (guard.follows(r) && references.get(r).mayBeNull()) {
                block.targets[r][row] = -1;
                if (state.takeFree()) {
                    return;
                }
                block.targets[r][row] = before;
            }
        }
    }

    private boolean isKept(Block block, int row) {
        return table.model().keptRows().isKept((int) (block.firstRow() + row));
    }
}
