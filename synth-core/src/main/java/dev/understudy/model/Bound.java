package dev.understudy.model;

/**
 * An order that no row of the source breaks, and no generated row may.
 *
 * @param base       the number that bounds the column
 * @param conversion from its unit into the column's
 * @param atLeast    true if the column is never below it, false if never above
 * @param strict     true if it never equals it either
 */
public record Bound(Feature base, Conversion conversion, boolean atLeast, boolean strict) {
    /** True if a number breaks the order. @param limit what bounds it, in the number's unit */
    public boolean isBroken(long value, long limit) {
        return strict && value == limit || (atLeast ? value < limit : value > limit);
    }
}
