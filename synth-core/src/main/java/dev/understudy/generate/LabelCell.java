package dev.understudy.generate;

import dev.understudy.encode.LabelCodec;
import java.util.BitSet;

/**
 * Texts of a column of the cascade: labels that are kept, and made-up texts in place of all others.
 *
 * @param column   of the cascade
 * @param nullable whether rows may have none
 * @param rare     makes the text of a row without a label
 */
record LabelCell(int column, LabelCodec codec, boolean nullable, RowText rare) implements Cell.OfText {
    private static final int CODE = 0xFFFF;

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

    @Override
    public String[] texts(Block block, int[] rows, BitSet missing) {
        String[] labels = codec.labels().toArray(String[]::new);
        short[] codes = block.codes[column];
        String[] texts = new String[rows.length];
        for (int i = 0; i < texts.length; i++) {
            int code = codes[rows[i]] & CODE;
            if (code != 0 && code != codec.rare()) {
                texts[i] = labels[code - 1];
            } else if (isNull(block, rows[i])) {
                missing.set(i);
            } else {
                texts[i] = text(block, rows[i]);
            }
        }
        return texts;
    }
}
