package dev.understudy.model;

/**
 * An order that no row of the source breaks, and no generated row may.
 *
 * @param base       the number that bounds the column
 * @param conversion from its unit into the column's
 * @param atLeast    true if the column is never below it, false if never above
 */
public record Bound(Feature base, Conversion conversion, boolean atLeast) {}
