package dev.understudy.generate;

import dev.understudy.data.Storage;
import dev.understudy.data.Units;
import dev.understudy.schema.Column;
import dev.understudy.schema.rule.RowView;
import java.util.List;

/** One row of a block as rules see it; moves from row to row. For one thread. */
final class RuleRow implements RowView {
    private final GeneratedTable table;
    private final List<Reference> links;
    private final ParentRows parents;
    private final Block block;
    private final boolean whole;
    private int row;

    RuleRow(GeneratedTable table, List<Reference> links, ParentRows parents, Block block) {
        this(table, links, parents, block, false);
    }

    private RuleRow(GeneratedTable table, List<Reference> links, ParentRows parents, Block block, boolean whole) {
        this.table = table;
        this.links = links;
        this.parents = parents;
        this.block = block;
        this.whole = whole;
    }

    /** Of a block in which every link has its target. */
    static RuleRow ofWhole(GeneratedTable table, List<Reference> links, ParentRows parents, Block block) {
        return new RuleRow(table, links, parents, block, true);
    }

    /** Of a block that rows of other tables look at, and nobody changes. */
    static RuleRow ofParent(GeneratedTable table, ParentRows parents, Block block) {
        return new RuleRow(table, List.of(), parents, block, true);
    }

    RuleRow at(int newRow) {
        row = newRow;
        return this;
    }

    Block block() {
        return block;
    }

    int row() {
        return row;
    }

    long place() {
        return block.place(row);
    }

    @Override
    public boolean isNull(int column) {
        Reference late = late(column);
        return late == null ? table.cell(column).isNull(block, row) : late.willBeNull(block, row);
    }

    /** Of a link whose target is chosen later the value is not known yet, and stays open. */
    @Override
    public Object value(int column) {
        if (late(column) != null || isNull(column)) {
            return null;
        }
        Column schema = table.schema().columns().get(column);
        Cell cell = table.cell(column);
        return Storage.of(schema.type()) == Storage.TEXT
                ? cell.text(block, row)
                : Units.of(schema.type(), cell.decimals()).value(cell.number(block, row));
    }

    @Override
    public RowView parent(String link) {
        return parents.of(link, block, row, whole);
    }

    private Reference late(int column) {
        int reference = whole ? -1 : FollowedLink.of(table.model().fills().get(column), links, block, row);
        if (reference >= 0) {
            Reference link = links.get(reference);
            return link.kind().isChosenLast() ? link : null;
        }
        return null;
    }
}
