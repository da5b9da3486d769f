package dev.understudy.model;

import dev.understudy.encode.NumberCodec;

/**
 * A number modelled as its difference from a partner: the same column of the sibling before, another column of the row,
 * or a column of the parent, of its parent or of a link's target. Used for rows whose partner has a value.
 *
 * @param base       the partner; {@link Feature.Source#OWN}, {@code PREVIOUS}, {@code PARENT}, {@code GRANDPARENT}
 *                   or {@code TARGET}
 * @param conversion from the partner's unit into the column's
 * @param difference codes of (value - partner); null stands for a missing value
 * @param forest     distribution of those codes
 */
public record Relative(Feature base, Conversion conversion, NumberCodec difference, Forest forest) {}
