package dev.understudy.generate;

/**
 * A column of a reference link: the key of the row that it points at.
 *
 * @param reference which reference of the table
 * @param alone     what the column holds where the link points nowhere
 */
record ReferenceCell(int reference, GeneratedTable target, int targetColumn, Cell alone) implements Cell {
    @Override
    public boolean isNull(Block block, int row) {
        long at = block.targets[reference][row];
        return at < 0 ? alone.isNull(block, row) : cell().isNull(of(at), local(at));
    }

    @Override
    public long number(Block block, int row) {
        long at = block.targets[reference][row];
        return at < 0 ? alone.number(block, row) : cell().number(of(at), local(at));
    }

    @Override
    public String text(Block block, int row) {
        long at = block.targets[reference][row];
        return at < 0 ? alone.text(block, row) : cell().text(of(at), local(at));
    }

    @Override
    public int decimals() {
        return cell().decimals();
    }

    @Override
    public long hash(Block block, int row) {
        long at = block.targets[reference][row];
        return at < 0 ? alone.hash(block, row) : cell().hash(of(at), local(at));
    }

    private Cell cell() {
        return target.cell(targetColumn);
    }

    private Block of(long at) {
        return target.blockOf(at);
    }

    private int local(long at) {
        return (int) (at - target.blockOf(at).firstRow());
    }
}
