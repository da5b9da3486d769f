package dev.understudy.generate;

import dev.understudy.model.KeptRows;
import dev.understudy.random.Draws;
import dev.understudy.schema.Column;

/** A column of a table of which some rows stay as they are. */
final class KeptCell implements Cell {
    private final KeptRows kept;
    private final KeptRows.Values values;
    private final boolean text;
    private final Cell made;

    private KeptCell(KeptRows kept, KeptRows.Values values, Column column, Cell made) {
        this.kept = kept;
        this.values = values;
        this.text = Cells.isText(column);
        this.made = made;
    }

    /** A made column of a table, with the values of rows that stay as they are. @param column its place in the table */
    static Cell over(GeneratedTable table, int column, Cell made) {
        KeptRows kept = table.model().keptRows();
        return kept.rows() == 0
                ? made
                : new KeptCell(
                        kept,
                        kept.columns().get(column),
                        table.schema().columns().get(column),
                        made);
    }

    private boolean isKept(Block block, int row) {
        return kept.isKept((int) (block.firstRow() + row));
    }

    @Override
    public boolean isNull(Block block, int row) {
        return isKept(block, row)
                ? values.missing()[(int) (block.firstRow() + row)]
                        || values.longs().length + values.texts().size() == 0
                : made.isNull(block, row);
    }

    @Override
    public long number(Block block, int row) {
        return isKept(block, row) ? scaled(values.longs()[(int) (block.firstRow() + row)]) : made.number(block, row);
    }

    /** Kept rows and made ones may have been learned with different decimals; both leave with the made ones'. */
    private long scaled(long value) {
        int shift = made.decimals() - values.decimals();
        return shift == 0 ? value : Math.round(value * Math.pow(10, shift));
    }

    @Override
    public String text(Block block, int row) {
        return isKept(block, row) ? values.texts().get((int) (block.firstRow() + row)) : made.text(block, row);
    }

    @Override
    public int decimals() {
        return made.decimals();
    }

    @Override
    public long hash(Block block, int row) {
        return text ? Draws.hash(text(block, row)) : number(block, row);
    }
}
