package dev.understudy.model;

import dev.understudy.encode.NumberCodec;
import java.util.List;

/**
 * A number modelled as its difference from a base that is known before: the same column of the sibling before, another column
 * of the row, of the parent, of its parent or of a link's target, or a weighted sum of some. Used for rows whose base has a
 * number.
 *
 * @param base       what it is told from
 * @param difference codes of (value - base); null stands for a missing value
 * @param spikes     codes of the column itself for values that stand for themselves, whatever the base, such as a last day
 *                   that means "still valid"; in the forest they follow those of the difference
 * @param forest     distribution of all these codes
 */
public record Relative(Base base, NumberCodec difference, List<Integer> spikes, Forest forest) {
    public Relative {
        spikes = List.copyOf(spikes);
    }

    /** True if the number is the base itself. */
    public boolean isExact() {
        return difference.codes() == 2 && difference.isSpike(1) && difference.lows()[0] == 0;
    }

    /** True if any number of the base stands at a sibling before. */
    public boolean looksBack() {
        return base.terms().stream()
                .anyMatch(term -> term.feature().looksBack() || term.other().looksBack());
    }
}
