package dev.understudy.generate;

import dev.understudy.data.TypeLimits;
import dev.understudy.random.Draws;
import dev.understudy.schema.Column;

/** A number, date or time that the cascade has drawn, kept within what the type can hold. */
final class NumberCell implements Cell {
    private final int column;
    private final int decimals;
    private final boolean nullable;
    private final TypeLimits limits;
    private final Draws draws;

    NumberCell(int column, int decimals, Column schema, Draws draws) {
        this.column = column;
        this.decimals = decimals;
        this.nullable = schema.nullable();
        this.limits = TypeLimits.of(schema.type());
        this.draws = draws;
    }

    @Override
    public boolean isNull(Block block, int row) {
        return nullable && isMissing(block, row);
    }

    @Override
    public long number(Block block, int row) {
        return isMissing(block, row)
                ? limits.ordinary(draws.unit(block.place(row)))
                : limits.clamp(block.values[column][row]);
    }

    private boolean isMissing(Block block, int row) {
        return block.isNull(column, row) && !block.isGiven(column, row);
    }

    @Override
    public int decimals() {
        return decimals;
    }
}
