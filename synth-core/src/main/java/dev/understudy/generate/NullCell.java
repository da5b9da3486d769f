package dev.understudy.generate;

/** A column that holds nothing. */
record NullCell() implements Cell.OfText {
    @Override
    public boolean isNull(Block block, int row) {
        return true;
    }
}
