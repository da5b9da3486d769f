package dev.understudy.generate;

import dev.understudy.data.RowJudge;
import dev.understudy.model.FanOut;
import dev.understudy.model.ReferenceModel.Kind;
import dev.understudy.model.TableMode;
import dev.understudy.model.TableModel;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.TableName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * What must be known of the whole before any single block can be made: how many rows each block has, and how many children
 * of each bucket come before it. Tables that others look at are made here and kept in codes; the rest is made while it is
 * written.
 */
final class Skeleton {
    private final Tables tables;
    private final GenerateSettings settings;
    private final BlockPipe pipe;
    private final RowJudge judge;
    private final Map<TableName, BlockMaker> makers = new HashMap<>();
    private final Map<TableName, List<Reference>> references = new HashMap<>();
    private final Map<TableName, TableKeys> keys = new HashMap<>();
    private final Map<TableName, RowRules> rules = new HashMap<>();
    private final Map<TableName, LateRules> lateRules = new HashMap<>();
    private final Map<TableName, LateJudged> lateJudged = new HashMap<>();
    /** Tables whose blocks are made again as they were drawn, without a look at any row. */
    private final Set<TableName> wholes = new HashSet<>();

    Skeleton(Tables tables, GenerateSettings settings, BlockPipe pipe, RowJudge judge) {
        this.judge = judge;
        this.tables = tables;
        this.settings = settings;
        this.pipe = pipe;
    }

    /** Lays out one table; its owner and the targets of its references have been laid out before. */
    void build(GeneratedTable table) {
        GeneratedTable owner = tables.owner(table);
        FanOutCounts counts = owner == null ? null : counts(table, owner);
        table.plan(counts == null ? subjectRows(table) : childRows(table, owner, counts));
        List<Reference> links = new ArrayList<>();
        for (int r = 0; r < table.model().references().size(); r++) {
            links.add(new Reference(r, table, tables));
        }
        references.put(table.model().name(), links);
        TargetAssigner targets = new TargetAssigner(links);
        ParentRows parents = new LinkedRows(tables, table);
        RowRules rules = JudgedRows.of(table, links, CheckedRows.of(table, links, parents), judge);
        this.rules.put(table.model().name(), rules);
        List<ForeignKey> pointedAt = tables.schema().foreignKeysTo(table.model().name());
        lateRules.put(table.model().name(), LateRules.of(table, links, parents, pointedAt));
        lateJudged.put(table.model().name(), LateJudged.of(table, links, judge, LateRules.fixed(table, pointedAt)));
        TableKeys keys = new TableKeys(table, UniqueGuard.of(table, tables, links), links, rules);
        this.keys.put(table.model().name(), keys);
        List<UniqueGuard> combinations = UniqueGuard.ofCombinations(table, tables, links);
        BlockMaker drawing = new BlockMaker(table, tables, counts, targets, keys, combinations, rules);
        for (Reference link : links) {
            if (link.kind() == Kind.ROW || link.kind() == Kind.DEALT) {
                link.prepare();
            }
        }
        new DealtLinks(table, drawing, targets, pipe).prepare();
        BlockMaker maker = FanOutTilt.of(drawing, table, tables, pipe);
        makers.put(table.model().name(), maker);
        boolean inOrder = keys.isAcrossBlocks() || combinations.stream().anyMatch(UniqueGuard::isAcrossBlocks);
        boolean self = links.stream().anyMatch(link -> link.kind() == Kind.SELF);
        if (inOrder) {
            List<Block> blocks = new ArrayList<>();
            for (int b = 0; b < table.blockCount(); b++) {
                blocks.add(maker.make(b));
            }
            table.retain(blocks);
        } else if (!self && tables.isLookedAt(table) && isRemade(table, links, rules)) {
            boolean whole = links.isEmpty() && keys.isEmpty() && rules == RowRules.NONE;
            List<Integer> rows = pipe.all(
                    table.blockCount(),
                    b -> whole ? table.plannedRows(b) : maker.make(b).rows());
            if (whole) {
                wholes.add(table.model().name());
            }
            table.remake(rows.stream().mapToInt(Integer::intValue).toArray(), maker::make);
        } else if (self || tables.isLookedAt(table)) {
            table.retain(pipe.all(table.blockCount(), maker::make));
        }
        Map<Integer, LateAssigner.Another> others = new TreeMap<>();
        for (int r = 0; self && r < links.size(); r++) {
            if (links.get(r).kind() == Kind.SELF) {
                others.put(r, LateAssigner.assignSelf(table, r, links.get(r)));
                for (Block block : table.blocks()) {
                    maker.kept().apply(block, r);
                }
            }
        }
        mendLate(table, others, links.stream().noneMatch(link -> link.kind() == Kind.LATE));
        addUp(table);
    }

    /**
     * True for a large table that only its own children look at, block by block, and whose blocks come out the same whenever
     * they are made.
     */
    private boolean isRemade(GeneratedTable table, List<Reference> links, RowRules rules) {
        return table.plannedRows() > settings.keptRows()
                && tables.isLookedAtByChildrenOnly(table)
                && table.model().totals().isEmpty()
                && !table.model().mode().keepsRows()
                && links.stream().noneMatch(link -> link.kind() == Kind.LATE)
                && !(rules instanceof JudgedRows);
    }

    /** Finishes the tables for which the last children that are added up have just been laid out; inner ones first. */
    private void addUp(GeneratedTable last) {
        List<GeneratedTable> all = new ArrayList<>(tables.all());
        Collections.reverse(all);
        for (GeneratedTable table : all) {
            if (!table.model().totals().isEmpty() && tables.lastAddedUp(table) == last) {
                BlockMaker maker = makers.get(table.model().name());
                Totals totals =
                        new Totals(table, tables, rules.get(table.model().name()));
                table.finish(pipe.all(
                        table.blockCount(),
                        b -> totals.finished(table.blocks().get(b), child -> withoutLateLinks(child, b), maker::view)));
            }
        }
    }

    /** @param all true if no link of the table is open any more */
    private void mendLate(GeneratedTable table, Map<Integer, LateAssigner.Another> others, boolean all) {
        if (!all || others.isEmpty()) {
            return;
        }
        table.blocks().forEach(lateRules.get(table.model().name())::mend);
        LateJudged judged = lateJudged.get(table.model().name());
        table.blocks().forEach(block -> judged.mend(block, others));
        TableKeys kept = keys.get(table.model().name());
        if (kept.isLate()) {
            table.blocks().forEach(block -> kept.mendLate(block, others));
        }
    }

    /** Assigns the links that were put off, now that every table stands. */
    void closeRings() {
        for (GeneratedTable table : tables.all()) {
            List<Reference> links = references.get(table.model().name());
            Map<Integer, LateAssigner.Another> others = new TreeMap<>();
            for (int r = 0; r < links.size(); r++) {
                if (links.get(r).kind() == Kind.LATE) {
                    links.get(r).prepare();
                    for (Block block : table.blocks()) {
                        LateAssigner.assignLate(block, r, links.get(r));
                        makers.get(table.model().name()).kept().apply(block, r);
                    }
                    others.put(r, LateAssigner.another(links.get(r)));
                }
            }
            mendLate(table, others, true);
        }
    }

    /** A block with all its links, kept or made anew. */
    Block block(GeneratedTable table, int index) {
        if (table.isRetained()) {
            return table.finished(index);
        }
        Block block = makers.get(table.model().name()).make(index);
        List<Reference> links = references.get(table.model().name());
        Map<Integer, LateAssigner.Another> others = new TreeMap<>();
        for (int r = 0; r < links.size(); r++) {
            if (links.get(r).kind() == Kind.LATE) {
                LateAssigner.assignLate(block, r, links.get(r));
                makers.get(table.model().name()).kept().apply(block, r);
                others.put(r, LateAssigner.another(links.get(r)));
            }
        }
        if (!others.isEmpty()) {
            lateRules.get(table.model().name()).mend(block);
            lateJudged.get(table.model().name()).mend(block, others);
        }
        // A table that is not kept has only keys that are watched inside a block.
        TableKeys kept = keys.get(table.model().name());
        if (kept.isLate()) {
            kept.mendLate(block, others);
        }
        return block;
    }

    /** What the rows of a block may be seen by. */
    FeatureView view(GeneratedTable table, Block block) {
        return makers.get(table.model().name()).view(block);
    }

    /** A block whose links that close rings may still be open. */
    private Block withoutLateLinks(GeneratedTable table, int index) {
        return table.isRetained()
                ? table.finished(index)
                : makers.get(table.model().name()).make(index);
    }

    /** The owner of a table, or null for a subject. */
    GeneratedTable owner(GeneratedTable table) {
        return tables.owner(table);
    }

    private int[] subjectRows(GeneratedTable table) {
        TableModel model = table.model();
        double scale = settings.tableScales().getOrDefault(model.name(), settings.scale());
        boolean unscaled = model.mode().keepsRows() || model.mode() == TableMode.FILL;
        long rows = unscaled || model.sourceRows() == 0
                ? model.sourceRows()
                : Math.max(1, Math.round(scale * model.sourceRows()));
        return blocks(rows);
    }

    private static int[] blocks(long rows) {
        int n = (int) ((rows + GenerateSettings.BLOCK_ROWS - 1) / GenerateSettings.BLOCK_ROWS);
        int[] blocks = new int[n];
        Arrays.fill(blocks, GenerateSettings.BLOCK_ROWS);
        if (n > 0) {
            blocks[n - 1] = (int) (rows - (long) (n - 1) * GenerateSettings.BLOCK_ROWS);
        }
        return blocks;
    }

    private FanOutCounts counts(GeneratedTable table, GeneratedTable owner) {
        TableModel model = table.model();
        ForeignKey owning = tables.link(model.name(), model.owningLink());
        FanOut fanOut = tables.fanOut(table);
        double factor = settings.tableScales().getOrDefault(model.name(), 1.0);
        double grown = owner.model().sourceRows() == 0
                ? 0
                : (double) owner.rows() / owner.model().sourceRows();
        long total = Math.round((model.sourceRows() - model.ownerLess()) * grown * factor);
        boolean one = fanOut.most() == 1 && factor <= 1 || UniqueGuard.allowsOneChild(table, owning);
        return FanOutCounts.of(
                owner,
                counted(owner, fanOut.column()),
                fanOut,
                factor,
                total,
                one,
                owner.draws().at("fan-out " + model.name()),
                pipe);
    }

    /** Blocks of an owner with the number of children; of one that is made again no more than that, if no row of it is left out. */
    private IntFunction<Block> counted(GeneratedTable owner, int column) {
        if (!wholes.contains(owner.model().name())) {
            return owner.blocks()::get;
        }
        BitSet columns = tables.drawnFor(owner, column);
        BlockMaker maker = makers.get(owner.model().name());
        return b -> maker.only(b, columns);
    }

    /** Rows of the owner's blocks, then of extra blocks for rows without an owner. */
    private int[] childRows(GeneratedTable table, GeneratedTable owner, FanOutCounts counts) {
        double factor = settings.tableScales().getOrDefault(table.model().name(), settings.scale());
        int[] extra = blocks(Math.round(table.model().ownerLess() * factor));
        int[] rows = Arrays.copyOf(new int[0], owner.blockCount() + extra.length);
        for (int b = 0; b < owner.blockCount(); b++) {
            rows[b] = counts.sum(b);
        }
        System.arraycopy(extra, 0, rows, owner.blockCount(), extra.length);
        return rows;
    }
}
