package dev.understudy.generate;

/** What a column of the row's owner holds. @param parentColumn its place in the owner's table */
record OwnerCell(GeneratedTable parent, int parentColumn) implements Cell {
    @Override
    public boolean isNull(Block block, int row) {
        return block.owner == null || parent.cell(parentColumn).isNull(block.owner, block.ownerRow[row]);
    }

    @Override
    public long number(Block block, int row) {
        return parent.cell(parentColumn).number(block.owner, block.ownerRow[row]);
    }

    @Override
    public String text(Block block, int row) {
        return parent.cell(parentColumn).text(block.owner, block.ownerRow[row]);
    }

    @Override
    public int decimals() {
        return parent.cell(parentColumn).decimals();
    }

    @Override
    public long hash(Block block, int row) {
        return parent.cell(parentColumn).hash(block.owner, block.ownerRow[row]);
    }
}
