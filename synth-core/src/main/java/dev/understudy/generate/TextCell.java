package dev.understudy.generate;

/** Texts that are made row by row; never null. */
record TextCell(RowText maker) implements Cell.OfText {
    @Override
    public boolean isNull(Block block, int row) {
        return false;
    }

    @Override
    public String text(Block block, int row) {
        return maker.make(block, row);
    }
}
