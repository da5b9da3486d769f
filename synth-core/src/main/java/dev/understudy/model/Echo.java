package dev.understudy.model;

/**
 * A column that often holds the very value that stands elsewhere: the sibling before, an earlier column of the row, the
 * owner, the target of a link. "The same" is then an outcome of its own, which no tree over groups of values could tell
 * where there are many values.
 *
 * @param base   where the other value stands
 * @param codes  by code of the other column: the column's own code for the same value, or 0 if it has none; never written
 *               after construction
 * @param forest distribution of the column's own codes and one more, "the same", which follows them
 */
public record Echo(Feature base, short[] codes, Forest forest) {

    /** Own code of the value that stands at the base; 0 for none. */
    public int code(int baseCode) {
        return baseCode < codes.length ? codes[baseCode] & 0xFFFF : 0;
    }
}
