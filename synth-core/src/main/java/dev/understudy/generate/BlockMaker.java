package dev.understudy.generate;

import dev.understudy.encode.NumberCodec;
import dev.understudy.model.CascadeColumn;
import dev.understudy.model.Forest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Makes the blocks of one table: a pure function of the model, the seed and the skeleton. Serves several threads, but for
 * tables whose keys must differ across blocks.
 */
final class BlockMaker {
    private final GeneratedTable table;
    private final GeneratedTable owner;
    private final GeneratedTable above;
    private final boolean ownerIsFinished;
    private final boolean[] targetsAreFinished;
    private final FanOutCounts counts;
    private final TargetAssigner targets;
    private final TableKeys keys;
    private final RowsApart apart;
    private final SiblingKeys siblingKeys;
    private final RowRules rules;
    private final KeptLinks kept;
    private final OtherOwners otherOwners;
    private final DrawCounts drawCounts;
    private final BitSet byQuota;
    private final ColumnSampler[] samplers;
    private final List<RowRefiner> refiners;

    /**
     * @param counts       children of each owner row; null for a subject
     * @param combinations keep apart what no key does
     */
    BlockMaker(
            GeneratedTable table,
            Tables tables,
            FanOutCounts counts,
            TargetAssigner targets,
            TableKeys keys,
            List<UniqueGuard> combinations,
            RowRules rules) {
        this.table = table;
        this.owner = tables.owner(table);
        this.above = owner == null ? null : tables.owner(owner);
        this.ownerIsFinished = owner != null && tables.seesTotals(table, owner);
        this.targetsAreFinished = new boolean[targets.references().size()];
        for (int r = 0; r < targetsAreFinished.length; r++) {
            targetsAreFinished[r] =
                    tables.seesTotals(table, targets.references().get(r).target());
        }
        this.counts = counts;
        this.targets = targets;
        this.keys = keys;
        this.apart = new RowsApart(table, combinations);
        List<UniqueGuard> guards = new ArrayList<>(keys.guards());
        guards.addAll(combinations);
        this.siblingKeys = counts == null ? SiblingKeys.of(table, List.of()) : SiblingKeys.of(table, guards);
        this.rules = rules;
        this.kept = new KeptLinks(table, targets.references());
        this.otherOwners = new OtherOwners(
                table,
                new Alignment(targets.references()),
                rules,
                keys,
                owner != null,
                owner != null
                        && UniqueGuard.allowsOneChild(
                                table,
                                tables.link(table.model().name(), table.model().owningLink())));
        this.drawCounts = tables.counts();
        this.byQuota = Samplers.byQuota(table, tables);
        this.samplers = Samplers.of(table, byQuota, Map.of(), drawCounts);
        this.refiners = RowRefiner.of(table, siblingKeys);
    }

    private BlockMaker(BlockMaker of, Map<Integer, CascadeColumn> others, DrawCounts drawCounts) {
        this.table = of.table;
        this.owner = of.owner;
        this.above = of.above;
        this.ownerIsFinished = of.ownerIsFinished;
        this.targetsAreFinished = of.targetsAreFinished;
        this.counts = of.counts;
        this.targets = of.targets;
        this.keys = of.keys;
        this.apart = of.apart;
        this.siblingKeys = of.siblingKeys;
        this.rules = of.rules;
        this.kept = of.kept;
        this.otherOwners = of.otherOwners;
        this.drawCounts = drawCounts;
        this.byQuota = of.byQuota;
        this.samplers = Samplers.of(table, byQuota, others, drawCounts);
        this.refiners = of.refiners;
    }

    /** The same with other columns at some places; their draws count as those of the table's own. */
    BlockMaker with(Map<Integer, CascadeColumn> others) {
        others.forEach((place, column) -> {
            Iterator<Forest> own = table.model().cascade().get(place).forests().iterator();
            column.forests().forEach(forest -> drawCounts.countAs(forest, own.next()));
        });
        return new BlockMaker(this, others, drawCounts);
    }

    /** The same for a trial, whose draws do not count. */
    BlockMaker uncounted(Map<Integer, CascadeColumn> others) {
        return new BlockMaker(this, others, DrawCounts.NONE);
    }

    /** A block as far as the skeleton needs it: who belongs to whom, and the columns that decide the references. */
    Block prefix(int index) {
        Block block = empty(index);
        draw(block, 0, table.model().prefix());
        return block;
    }

    /** Some columns of a block whose links are chosen, before any row is mended or left out. Not for others to look at. */
    Block drawn(int index, BitSet columns) {
        Block block = prefix(index);
        targets.assign(block);
        kept.apply(block);
        BitSet rest = (BitSet) columns.clone();
        rest.clear(0, table.model().prefix());
        draw(block, rest, table.drawn(), table.model().prefix());
        return block;
    }

    /** True if columns may be drawn anew from any place on, and what stands before stays as it is. */
    boolean mayGoOn() {
        return refiners.isEmpty();
    }

    /**
     * Draws columns of a block anew, from one on.
     *
     * @param block  from {@link #drawn}; its columns before are as this maker would draw them
     * @param from   not before the links are chosen
     */
    Block drawnOn(Block block, BitSet columns, int from) {
        BitSet rest = (BitSet) columns.clone();
        rest.clear(0, from);
        draw(block, rest, table.drawn(), table.model().prefix());
        return block;
    }

    /** A whole block in codes. Rows that cannot be given a free key or a target are left out. */
    Block make(int index) {
        Block block = prefix(index);
        boolean[] failed = targets.assign(block);
        kept.apply(block);
        int prefix = table.model().prefix();
        int first = apart.isEmpty()
                ? prefix
                : Math.max(prefix, table.model().combinations().drawn());
        draw(block, prefix, first);
        apart.keep(block, view(block), samplers, first);
        draw(block, first, samplers.length);
        block.forget();
        FeatureView view = view(block);
        rules.mend(block, (column, row, attempt) -> samplers[column].redraw(block, view, row, attempt));
        HeldKeys held = keys.mend(block, failed);
        rules.check(block, failed);
        // The rows of a list of labels have their places, on which others rely.
        boolean numbered = table.model().mode().keepsRows();
        if (!numbered && isAny(failed)) {
            boolean moved = otherOwners.find(block, held, failed);
            rules.check(block, failed);
            block.drop(failed);
            if (moved) {
                block.sortByOwner();
            }
        }
        return block;
    }

    private static boolean isAny(boolean[] failed) {
        for (boolean one : failed) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    KeptLinks kept() {
        return kept;
    }

    private Block empty(int index) {
        boolean owned = counts != null && index < owner.blockCount();
        Block ownerBlock = !owned
                ? null
                : ownerIsFinished ? owner.finished(index) : owner.blocks().get(index);
        Block block = new Block(
                index,
                table.firstPlace(index),
                ownerBlock,
                table.plannedRows(index),
                samplers.length,
                table.model().references().size());
        if (owned) {
            int row = 0;
            int[] children = counts.of(index);
            for (int parent = 0; parent < children.length; parent++) {
                for (int i = 0; i < children[parent]; i++, row++) {
                    block.ownerRow[row] = parent;
                    block.position[row] = i;
                    block.siblings[row] = children[parent];
                }
            }
        }
        return block;
    }

    /** Some columns of a block, as they are before any row is mended; the others are not there. */
    Block only(int index, BitSet columns) {
        Block block = empty(index);
        draw(block, columns, table.drawn(), Integer.MAX_VALUE);
        return block;
    }

    private void draw(Block block, int from, int to) {
        BitSet columns = new BitSet();
        columns.set(from, Math.max(from, to));
        columns.and(table.drawn());
        draw(block, columns, columns, table.model().prefix());
    }

    /**
     * @param first  column from which on targets are known, and with them keys
     * @param beside columns that decide whether rows are drawn in turn, which decides what some of them get
     */
    private void draw(Block block, BitSet drawn, BitSet beside, int first) {
        int[] columns = drawn.stream().toArray();
        for (int c : columns) {
            block.codes[c] = new short[block.rows()];
            block.values[c] =
                    table.model().cascade().get(c).codec() instanceof NumberCodec ? new long[block.rows()] : null;
        }
        if (columns.length == 0) {
            return;
        }
        FeatureView view = view(block);
        boolean inTurn = beside.stream().anyMatch(c -> samplers[c].needsPrevious())
                || refiners.stream().anyMatch(refiner -> refiner.looksBack(beside));
        for (int[] rows : inTurn && block.hasSiblings() ? TurnRows.byPosition(block) : List.of(TurnRows.all(block))) {
            view.remember(rows);
            for (int c : columns) {
                samplers[c].draw(block, view, rows);
                if (c >= first && siblingKeys.areCompletedBy(c)) {
                    siblingKeys.keep(
                            block,
                            c,
                            rows,
                            (column, row, attempt) -> samplers[column].redraw(block, view, row, attempt));
                }
                for (RowRefiner refiner : refiners) {
                    if (refiner.isReadyAfter(c)) {
                        refiner.refine(block, view, rows, samplers);
                    }
                }
            }
        }
    }

    FeatureView view(Block block) {
        GeneratedTable[] targetTables =
                targets.references().stream().map(Reference::target).toArray(GeneratedTable[]::new);
        return new FeatureView(table, block, owner, above, targetTables, targetsAreFinished);
    }
}
