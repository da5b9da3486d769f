package dev.understudy.generate;

/** A value that stands in where another is missing, for a column that forbids null. */
record NeverNullCell(Cell first, Cell standIn) implements Cell {
    private Cell cell(Block block, int row) {
        return first.isNull(block, row) ? standIn : first;
    }

    @Override
    public boolean isNull(Block block, int row) {
        return cell(block, row).isNull(block, row);
    }

    @Override
    public long number(Block block, int row) {
        return cell(block, row).number(block, row);
    }

    @Override
    public String text(Block block, int row) {
        return cell(block, row).text(block, row);
    }

    @Override
    public int decimals() {
        return standIn.decimals();
    }

    @Override
    public long hash(Block block, int row) {
        return cell(block, row).hash(block, row);
    }
}
