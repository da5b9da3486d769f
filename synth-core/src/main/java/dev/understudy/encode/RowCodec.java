package dev.understudy.encode;

/**
 * Codes of links to a table whose rows keep their identity (lookup and copied tables, small dimensions): 0 for null,
 * 1..n for rows that enough families reference, n + 1 for any other row.
 *
 * @param rows       row numbers in the parent, by code - 1; never written after construction
 * @param parentRows number of rows of the parent in the source
 */
public record RowCodec(int[] rows, int parentRows) implements Codec {
    @Override
    public int codes() {
        return rows.length + 2;
    }

    @Override
    public boolean ordered() {
        return false;
    }

    public int rare() {
        return rows.length + 1;
    }
}
