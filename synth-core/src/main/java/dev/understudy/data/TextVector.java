package dev.understudy.data;

import dev.understudy.schema.ColumnType;
import java.util.BitSet;

/** Texts of one column. A missing value has no value, not a magic one. */
public final class TextVector implements ColumnVector {
    private final String[] values;
    private final BitSet missing;

    private TextVector(String[] values, BitSet missing) {
        this.values = values;
        this.missing = missing;
    }

    /**
     * Wraps both arguments without a copy; the caller gives them away. {@code values[row]} is ignored where
     * {@code missing} is set.
     */
    public static TextVector wrap(String[] values, BitSet missing) {
        return new TextVector(values, missing);
    }

    /** The same texts as a type compares them. */
    public TextVector folded(ColumnType type) {
        String[] folded = new String[values.length];
        for (int row = 0; row < folded.length; row++) {
            folded[row] = values[row] == null ? null : FoldedText.of(type, values[row]);
        }
        return new TextVector(folded, missing);
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public boolean isNull(int row) {
        return missing.get(row);
    }

    @Override
    public Storage storage() {
        return Storage.TEXT;
    }

    /** Value at {@code row}; unspecified where {@link #isNull(int)}. */
    public String get(int row) {
        return values[row];
    }
}
