package dev.understudy.generate;

import dev.understudy.model.ColumnFill;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.UniqueKey;
import dev.understudy.schema.rule.ColumnReference;
import dev.understudy.schema.rule.RowKey;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One unique key of a table that is not unique by construction.
 *
 * <p>A key that contains the owner's key is checked inside each family; any other is checked over the whole table, whose
 * blocks must then be made in order, by one thread.
 */
final class UniqueGuard {
    /** After so many rows in a row without a free combination, the others are left as they are. */
    private static final int MOST_IN_VAIN = 200;
    /** What no key demands is not kept apart across all blocks of a table with more rows than this: they are held in memory. */
    private static final long MOST_ACROSS_BLOCKS = 2_000_000;

    private final GeneratedTable table;
    private final GuardedKey key;
    private final List<Integer> columns;
    private final List<Reference> references;
    private final boolean local;
    private final KeyRepair repair;
    private final List<Integer> borrowing;
    /** Rows in a row that were looked at in vain; of a key over the whole table, whose blocks are made in order. */
    private int failures;

    private final Set<Long> taken = new HashSet<>();

    private UniqueGuard(GeneratedTable table, GuardedKey key, List<Reference> references, boolean local) {
        this.table = table;
        this.key = key;
        this.columns = key.columns();
        this.references = references;
        this.local = local;
        this.repair = new KeyRepair(table, key, references);
        this.borrowing = columns.stream().filter(this::isBorrowing).toList();
    }

    /** Guards of a table; none for keys that cannot repeat. */
    static List<UniqueGuard> of(GeneratedTable table, Tables tables, List<Reference> references) {
        List<UniqueGuard> guards = new ArrayList<>();
        List<String> ownerColumns = table.model().isSubject()
                ? List.of()
                : tables.link(table.model().name(), table.model().owningLink()).childColumns();
        for (UniqueKey key : table.schema().keys()) {
            boolean named = key.isPlain() && !key.columns().isEmpty();
            if (named && !isUniqueByItself(table, key.columns(), ownerColumns) && !isOwner(key, ownerColumns)) {
                boolean local = !ownerColumns.isEmpty() && key.columns().containsAll(ownerColumns);
                guards.add(new UniqueGuard(table, GuardedKey.OfColumns.of(table, key), references, local));
            }
        }
        for (RowKey key : table.model().keys()) {
            List<String> plain = key.parts().stream()
                    .filter(ColumnReference.class::isInstance)
                    .map(part -> ((ColumnReference) part).name())
                    .toList();
            if (!isUniqueByItself(table, plain, ownerColumns)) {
                boolean local = !ownerColumns.isEmpty() && plain.containsAll(ownerColumns);
                guards.add(
                        new UniqueGuard(table, GuardedKey.OfExpressions.of(table, references, key), references, local));
            }
        }
        return guards;
    }

    /** Guards of combinations that no key keeps apart; they judge rows of which only the columns up to them are drawn. */
    static List<UniqueGuard> ofCombinations(GeneratedTable table, Tables tables, List<Reference> references) {
        List<UniqueGuard> guards = new ArrayList<>();
        for (List<String> columns : table.model().combinations().columns()) {
            boolean local = !table.model().isSubject()
                    && columns.containsAll(
                            tables.link(table.model().name(), table.model().owningLink())
                                    .childColumns());
            if (!local && table.plannedRows() > MOST_ACROSS_BLOCKS) {
                continue;
            }
            List<Integer> places = columns.stream().map(table::column).toList();
            GuardedKey key = new GuardedKey.OfColumns(table, places, true);
            guards.add(new UniqueGuard(table, key, references, local));
        }
        return guards;
    }

    private static boolean isUniqueByItself(GeneratedTable table, List<String> names, List<String> ownerColumns) {
        boolean withOwner = names.containsAll(ownerColumns);
        boolean keepsRows = table.model().keptRows().rows() > 0;
        for (String name : names) {
            ColumnFill fill = table.model().fills().get(table.column(name));
            if (fill instanceof ColumnFill.Serial
                    || fill instanceof ColumnFill.FreshUuid
                    || fill instanceof ColumnFill.UniqueText text
                            && text.recipe().makesDifferentTexts()
                            && !keepsRows
                    || fill instanceof ColumnFill.Omitted
                    || fill instanceof ColumnFill.Null
                    || fill instanceof ColumnFill.Position && withOwner && !ownerColumns.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** One child at most: the counts see to it. */
    private static boolean isOwner(UniqueKey key, List<String> ownerColumns) {
        return !ownerColumns.isEmpty()
                && key.columns().containsAll(ownerColumns)
                && key.columns().size() == ownerColumns.size();
    }

    /** True if blocks must be made in order. */
    boolean isAcrossBlocks() {
        return !local;
    }

    /**
     * Gives rows whose combination is taken the nearest free one, as far as there is one. No key demands it, so rows stay
     * as they are where there is none, and none is looked for once there are hardly any left.
     *
     * @return rows that were changed
     */
    BitSet keepApart(Block block) {
        Set<Long> seen = local ? new HashSet<>() : taken;
        BitSet changed = new BitSet();
        int inVain = local ? 0 : failures;
        for (int row = 0; row < block.rows(); row++) {
            if (local && block.position[row] == 0) {
                seen.clear();
            }
            if (inVain >= MOST_IN_VAIN || takes(block, row, seen)) {
                continue;
            }
            int at = row;
            boolean repaired = local
                    ? repair.gently(block, row, () -> takes(block, at, seen))
                    : repair.gentlyAmongStrangers(block, row, () -> takes(block, at, seen));
            changed.set(row, repaired);
            inVain = repaired ? 0 : inVain + 1;
        }
        failures = local ? 0 : inVain;
        return changed;
    }

    private boolean takes(Block block, int row, Set<Long> seen) {
        return key.isExempt(block, row, false) || seen.add(key.hash(block, row, false));
    }

    /** True if a link of the key is chosen last, so that the key can be judged only then. */
    boolean isLate() {
        return columns.stream().anyMatch(column -> late(column) != null);
    }

    private Reference late(int column) {
        ColumnFill fill = table.model().fills().get(column);
        for (int r = 0; r < references.size(); r++) {
            Reference link = references.get(r);
            if (fill.follows(r) && link.kind().isChosenLast()) {
                return link;
            }
        }
        return null;
    }

    /** True if a column of the key follows a link. @param r number of the link */
    boolean follows(int r) {
        return columns.stream()
                .anyMatch(column -> table.model().fills().get(column).follows(r));
    }

    /** True if rows may hold keys of rows that they do not point at. */
    boolean mayBorrow() {
        return !borrowing.isEmpty();
    }

    /** True if a column of the key must have a value though its link points nowhere, so that it has that of any row there. */
    boolean borrows(Block block, int row) {
        for (int column : borrowing) {
            int r = FollowedLink.of(table.model().fills().get(column), references, block, row);
            if (r >= 0 && block.targets[r][row] < 0) {
                return true;
            }
        }
        return false;
    }

    private boolean isBorrowing(int column) {
        ColumnFill fill = table.model().fills().get(column);
        boolean required = !table.schema().columns().get(column).nullable();
        for (int r = 0; required && r < references.size(); r++) {
            Reference link = references.get(r);
            boolean last = link.kind().isChosenLast();
            if (fill.follows(r) && !last && link.mayBeNull()) {
                return true;
            }
        }
        return false;
    }

    GuardedKey key() {
        return key;
    }

    KeyRepair repair() {
        return repair;
    }

    /** True if the key lies within the link to the owner, so that a parent has one child at most. */
    static boolean allowsOneChild(GeneratedTable table, ForeignKey owning) {
        return table.schema().keys().stream()
                .filter(UniqueKey::isPlain)
                .anyMatch(key -> owning.childColumns().containsAll(key.columns()));
    }
}
