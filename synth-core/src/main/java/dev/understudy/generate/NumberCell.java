package dev.understudy.generate;

import dev.understudy.data.TypeLimits;
import dev.understudy.encode.Codec;
import dev.understudy.encode.NumberCodec;
import dev.understudy.random.Draws;
import dev.understudy.schema.Column;
import java.util.Arrays;
import java.util.BitSet;

/** A number, date or time that the cascade has drawn, kept within what the type can hold. */
final class NumberCell implements Cell {
    private final int column;
    private final int decimals;
    private final boolean nullable;
    private final TypeLimits limits;
    private final Draws draws;

    /** @param codec of the column; no date or time has a year of five digits unless one of its cells does */
    NumberCell(int column, NumberCodec codec, Column schema, Draws draws) {
        this.column = column;
        this.decimals = codec.decimals();
        this.nullable = schema.nullable();
        long[] calendar = TypeLimits.calendar(schema.type());
        this.limits = TypeLimits.of(schema.type(), decimals)
                .within(
                        Math.min(calendar[0], Arrays.stream(codec.lows()).min().orElse(calendar[0])),
                        Math.max(calendar[1], Arrays.stream(codec.highs()).max().orElse(calendar[1])));
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

    @Override
    public long[] numbers(Block block, int[] rows, BitSet missing) {
        short[] codes = block.codes[column];
        long[] values = block.values[column];
        long[] numbers = new long[rows.length];
        for (int i = 0; i < numbers.length; i++) {
            int row = rows[i];
            if (codes[row] != Codec.NULL) {
                numbers[i] = limits.clamp(values[row]);
            } else if (isNull(block, row)) {
                missing.set(i);
            } else {
                numbers[i] = number(block, row);
            }
        }
        return numbers;
    }

    private boolean isMissing(Block block, int row) {
        return block.isNull(column, row) && !block.isGiven(column, row);
    }

    @Override
    public int decimals() {
        return decimals;
    }
}
