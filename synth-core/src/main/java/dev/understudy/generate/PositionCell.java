package dev.understudy.generate;

/** Places of rows among their siblings. @param start the first place */
record PositionCell(long start) implements Cell {
    @Override
    public boolean isNull(Block block, int row) {
        return false;
    }

    @Override
    public long number(Block block, int row) {
        return start + (block.hasSiblings() ? block.position[row] : 0);
    }
}
