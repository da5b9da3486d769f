package dev.understudy.generate;

import dev.understudy.model.ColumnFill;
import dev.understudy.model.KeptRows;
import dev.understudy.schema.ForeignKey;

/** Which rows follow a link: those of which a type column says so, or all where the link has none. Immutable. */
final class LinkType {
    private final GeneratedTable child;
    private final String label;
    private final int column;
    private final boolean isText;

    LinkType(ForeignKey link, GeneratedTable child) {
        this.child = child;
        this.label = link.isTyped() ? link.type().label() : "";
        this.column = link.isTyped() ? child.column(link.type().column()) : -1;
        this.isText = column >= 0 && Cells.isText(child.schema().columns().get(column));
    }

    /** Column of the child that decides whether a row follows the link; -1 if all do. */
    int column() {
        return column;
    }

    /** True if another link tells the type, so that it is known only when that one has its target. */
    boolean isToldByLink() {
        return column >= 0 && child.model().fills().get(column) instanceof ColumnFill.Reference;
    }

    boolean isOf(Block block, int row) {
        if (column < 0) {
            return true;
        }
        Cell type = child.cell(column);
        return !type.isNull(block, row)
                && label.equals(isText ? type.text(block, row) : String.valueOf(type.number(block, row)));
    }

    /** The same for a row that stays as it is. */
    boolean isOf(KeptRows kept, int row) {
        if (column < 0) {
            return true;
        }
        KeptRows.Values types = kept.columns().get(column);
        return !types.missing()[row]
                && label.equals(
                        types.texts().isEmpty()
                                ? String.valueOf(types.longs()[row])
                                : types.texts().get(row));
    }
}
