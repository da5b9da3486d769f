package dev.understudy.model;

import java.util.List;

/**
 * Rows of a lookup or copied table that stay as they are.
 *
 * @param rows    number of rows of the table, kept or not
 * @param kept    per row: whether it is kept; never written after construction
 * @param columns one per output column
 */
public record KeptRows(int rows, boolean[] kept, List<Values> columns) {
    public static final KeptRows NONE = new KeptRows(0, new boolean[0], List.of());

    /**
     * Values of one column for the kept rows, by row number; rows that are not kept, and nulls, hold 0 or "".
     *
     * @param longs    numbers, dates and times; empty for texts
     * @param decimals for floating-point columns: value = long / 10^decimals; else 0
     * @param texts    texts; empty for numbers
     * @param missing  whether the value is null
     */
    public record Values(long[] longs, int decimals, List<String> texts, boolean[] missing) {
        public Values {
            texts = List.copyOf(texts);
        }
    }

    public KeptRows {
        columns = List.copyOf(columns);
    }

    public boolean isKept(int row) {
        return row < rows && kept[row];
    }
}
