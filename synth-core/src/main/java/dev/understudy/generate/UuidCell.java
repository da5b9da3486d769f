package dev.understudy.generate;

import dev.understudy.random.Draws;

/** UUIDs that nothing else has; never null. */
record UuidCell(Draws draws) implements Cell.OfText {
    @Override
    public boolean isNull(Block block, int row) {
        return false;
    }

    @Override
    public String text(Block block, int row) {
        return LiteralMaker.uuid(draws, block.place(row));
    }
}
