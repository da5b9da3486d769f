package dev.understudy.generate;

import dev.understudy.encode.LabelCodec;

/**
 * Texts of a column of the cascade: labels that are kept, and made-up texts in place of all others.
 *
 * @param column of the cascade
 * @param rare   makes the text of a row without a label
 */
record LabelCell(int column, LabelCodec codec, boolean nullable, RowText rare) implements Cell.OfText {
    @Override
    public boolean isNull(Block block, int row) {
        return nullable && block.isNull(column, row);
    }

    /** The kept label of a row, or null. */
    String label(Block block, int row) {
        int code = block.code(column, row);
        return code == 0 || code == codec.rare() ? null : codec.labels().get(code - 1);
    }

    @Override
    public String text(Block block, int row) {
        int code = block.code(column, row);
        if (code != 0 && code != codec.rare()) {
            return codec.labels().get(code - 1);
        }
        String given = block.givenText(column, row);
        return given == null ? rare.make(block, row) : given;
    }
}
