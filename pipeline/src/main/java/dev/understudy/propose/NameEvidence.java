package dev.understudy.propose;

import java.util.Objects;

/**
 * How well the name of a column speaks for a link.
 *
 * @param weight 0 (not at all) to 1 (named after the parent and its key)
 * @param text   what was seen, for people
 */
record NameEvidence(double weight, String text) {
    static final NameEvidence NONE = new NameEvidence(0, "");

    NameEvidence {
        Objects.requireNonNull(text);
    }

    NameEvidence or(NameEvidence other) {
        return other.weight > weight ? other : this;
    }
}
