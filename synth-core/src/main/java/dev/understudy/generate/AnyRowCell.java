package dev.understudy.generate;

import dev.understudy.random.Draws;

/** The value of a column in some row of another table; null if that has no rows. */
record AnyRowCell(GeneratedTable of, int column, Draws draws) implements Cell {
    private long at(Block block, int row) {
        return (long) (draws.unit(block.place(row)) * of.rows());
    }

    private Block blockOf(long at) {
        return of.blockOf(at);
    }

    private int local(long at) {
        return (int) (at - of.blockOf(at).firstRow());
    }

    @Override
    public boolean isNull(Block block, int row) {
        long at = at(block, row);
        return of.rows() == 0 || of.blocks().isEmpty() || of.cell(column).isNull(blockOf(at), local(at));
    }

    @Override
    public long number(Block block, int row) {
        long at = at(block, row);
        return of.cell(column).number(blockOf(at), local(at));
    }

    @Override
    public String text(Block block, int row) {
        long at = at(block, row);
        return of.cell(column).text(blockOf(at), local(at));
    }

    @Override
    public int decimals() {
        return of.cell(column).decimals();
    }

    @Override
    public long hash(Block block, int row) {
        long at = at(block, row);
        return of.cell(column).hash(blockOf(at), local(at));
    }
}
