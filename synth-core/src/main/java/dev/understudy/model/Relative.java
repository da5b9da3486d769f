package dev.understudy.model;

import dev.understudy.encode.NumberCodec;
import java.util.List;

/**
 * A number modelled as its difference from a partner: the same column of the sibling before, another column of the row,
 * or a column of the parent, of its parent or of a link's target. Used for rows whose partner has a value.
 *
 * @param base       the partner; {@link Feature.Source#OWN}, {@code PREVIOUS}, {@code PARENT}, {@code GRANDPARENT}
 *                   or {@code TARGET}
 * @param conversion from the partner's unit into the column's
 * @param difference codes of (value - partner); null stands for a missing value
 * @param spikes     codes of the column itself for values that stand for themselves, whatever the partner, such as a
 *                   last day that means "still valid"; in the forest they follow those of the difference
 * @param forest     distribution of all these codes
 */
public record Relative(
        Feature base, Conversion conversion, NumberCodec difference, List<Integer> spikes, Forest forest) {
    public Relative {
        spikes = List.copyOf(spikes);
    }
}
