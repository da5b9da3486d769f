package dev.understudy.generate;

import dev.understudy.data.TypeLimits;
import dev.understudy.schema.Column;

/** Whole numbers whose digits are made as a text is. */
final class DigitsCell implements Cell {
    private static final int MOST_DIGITS = 18;

    private final int column;
    private final boolean nullable;
    private final TypeLimits limits;
    private final RowText maker;

    DigitsCell(int column, Column schema, RowText maker) {
        this.column = column;
        this.nullable = schema.nullable();
        this.limits = TypeLimits.of(schema.type());
        this.maker = maker;
    }

    @Override
    public boolean isNull(Block block, int row) {
        return nullable && block.isNull(column, row);
    }

    @Override
    public long number(Block block, int row) {
        String text = maker.make(block, row);
        long number = 0;
        int digits = 0;
        for (int i = 0; i < text.length() && digits < MOST_DIGITS; i++) {
            if (Character.isDigit(text.charAt(i))) {
                number = 10 * number + Character.digit(text.charAt(i), 10);
                digits++;
            }
        }
        return limits.clamp(number);
    }
}
