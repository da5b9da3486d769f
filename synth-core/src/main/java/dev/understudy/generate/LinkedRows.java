package dev.understudy.generate;

import dev.understudy.model.ReferenceModel;
import dev.understudy.schema.ForeignKey;
import dev.understudy.schema.rule.RowView;

/**
 * The rows that links of a table's rows lead to, as rules see them: the owner in the block above, and targets in their own
 * blocks. Immutable; serves several threads.
 */
final class LinkedRows implements ParentRows {
    private final Tables tables;
    private final GeneratedTable table;

    LinkedRows(Tables tables, GeneratedTable table) {
        this.tables = tables;
        this.table = table;
    }

    @Override
    public RowView of(String link, Block block, int row, boolean whole) {
        if (!table.model().isSubject() && table.model().owningLink().equals(link)) {
            return block.owner == null ? null : view(tables.owner(table), block.owner, block.ownerRow[row]);
        }
        for (int r = 0; r < table.model().references().size(); r++) {
            ReferenceModel reference = table.model().references().get(r);
            if (reference.link().equals(link)) {
                boolean known = whole || !reference.kind().isChosenLast();
                return known && block.targets[r] != null ? target(link, block.targets[r][row]) : null;
            }
        }
        return null;
    }

    private RowView target(String link, long row) {
        ForeignKey key = tables.link(table.model().name(), link);
        GeneratedTable parent = tables.get(key.parent());
        if (row < 0 || parent == null) {
            return null;
        }
        Block block = parent.blockOf(row);
        return view(parent, block, (int) (row - block.firstRow()));
    }

    private RowView view(GeneratedTable parent, Block block, int row) {
        return RuleRow.ofParent(parent, new LinkedRows(tables, parent), block).at(row);
    }
}
