package dev.understudy.model;

import dev.understudy.encode.NumberCodec;
import java.util.List;

/**
 * A number modelled as its difference from a partner: the same column of the sibling before, another column of the row,
 * or a column of the parent. Used for rows whose partner has a value.
 *
 * @param base       the partner; {@link Feature.Source#OWN}, {@code PREVIOUS} or {@code PARENT}
 * @param difference codes of (value - partner); null stands for a missing value
 * @param forest     distribution of those codes
 */
public record Relative(Feature base, NumberCodec difference, Forest forest) {
    /** Stands for a column without a partner. */
    public static final Relative NONE = new Relative(
            new Feature(Feature.Source.POSITION, 0, 0),
            new NumberCodec(0, 1, 0, new long[0], new long[0], 0, 0, 0, 0),
            new Forest(List.of(), List.of()));

    /** True if there is a partner. */
    public boolean present() {
        return !forest.trees().isEmpty();
    }
}
